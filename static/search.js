// On every page: opens the search, and marks what was found on the page it led to. All else is
// loaded when it is needed, from beside this file, so that it works at any path and from a folder.
(function () {
  "use strict";

  const hear = (globalThis.hear = globalThis.hear || {});
  const top = new URL("./", document.currentScript.src);
  const isFile = location.protocol === "file:";
  const shards = new Map();
  const scripts = new Map();

  // Every shard calls this with its name and content.
  globalThis.heard = (name, content) => shards.set(name, content);

  // An address of the site, from the page that is open; a folder has no server to find index.html.
  hear.address = function (path) {
    const url = new URL(path, top);
    if (isFile && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  function script(path) {
    if (!scripts.has(path)) {
      scripts.set(path, new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = new URL(path, top).href;
        element.async = false;
        element.onload = done;
        element.onerror = () => {
          scripts.delete(path);
          element.remove();
          failed(new Error(`${path} is missing`));
        };
        document.head.append(element);
      }));
    }
    return scripts.get(path);
  }

  // The content of a shard of the index.
  async function load(name) {
    if (!shards.has(name)) await script(`search/${name}.js`);
    if (!shards.has(name)) throw new Error(`${name} is not what it should be`);
    return shards.get(name);
  }

  let opening;
  // The engine; opened once. After a failure the next call looks whether there is a new index.
  hear.engine = function (isAgain) {
    if (isAgain) {
      opening = null;
      // all others are named by their content and stay what they are
      shards.delete("index");
    }
    if (!opening) {
      // an index that a cache holds on to is asked for anew by another name
      const root = isAgain ? script(`search/index.js?${Date.now()}`) : Promise.resolve();
      opening = root.then(() => hear.need("text", "shards", "query", "match", "volume", "catalogue", "rank", "engine")).then(() => hear.open(load));
      opening.catch(() => { opening = null; });
    }
    return opening;
  };

  // Loads parts of the search, in order.
  hear.need = (...names) => Promise.all(names.map((name) => script(`search/${name}.js`)));

  // A search; where a shard is missing because the site was published anew, once more with the new index.
  hear.find = async function (typed) {
    try {
      return await (await hear.engine()).search(typed);
    } catch {
      return (await hear.engine(true)).search(typed);
    }
  };

  const link = document.getElementById("search-open");
  function open(event) {
    if (document.querySelector("[data-search-page]")) {
      event.preventDefault();
      document.querySelector("[data-search-page] input").focus();
      return;
    }
    event.preventDefault();
    // without its scripts the box is the link that it was
    hear.need("show", "box").then(() => hear.openBox(), () => { location.href = link.href; });
  }

  if (link) {
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) open(event);
    });
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.defaultPrevented || event.altKey || event.shiftKey) return;
      // "/" is pressed by the page's own script, which can be told to leave single keys alone
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (isK && !document.querySelector("dialog[open]")) open(event);
    });
  }

  if (document.querySelector("[data-search-page]")) {
    hear.need("show", "page").catch(() => document.querySelector(".search-failed").removeAttribute("hidden"));
  }
  if (new URLSearchParams(location.search).has("find")) hear.need("text", "marks");
})();
