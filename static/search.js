// On every page: opens the search, and marks what was found on the page it led to. All else is
// loaded when it is needed, from beside this file, so that it works at any path and from a folder.
(() => {
  "use strict";

  globalThis.forumSearch ??= {};

  const siteRoot = new URL("./", document.currentScript.src);
  const isFolder = location.protocol === "file:";
  const shards = new Map();
  const scripts = new Map();

  // Every shard of the index is a script that calls this with its name and content.
  globalThis.heard = (name, content) => shards.set(name, content);

  // An address of the site, from the page that is open; a folder has no server to find index.html.
  function siteAddress(path) {
    const url = new URL(path, siteRoot);
    if (isFolder && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  }

  // Loads a script once; one that failed is tried again when it is next asked for.
  function loadScript(path) {
    if (!scripts.has(path)) scripts.set(path, addScript(path));
    return scripts.get(path);
  }

  function addScript(path) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(path, siteRoot).href;
      // scripts run in the order in which they were added
      element.async = false;
      element.onload = resolve;
      element.onerror = () => {
        scripts.delete(path);
        element.remove();
        reject(new Error(`${path} is missing`));
      };
      document.head.append(element);
    });
  }

  // Loads parts of the search, in order.
  function loadParts(...names) {
    return Promise.all(names.map((name) => loadScript(`search/${name}.js`)));
  }

  // The content of a shard of the index.
  async function loadShard(name) {
    if (!shards.has(name)) await loadScript(`search/${name}.js`);
    if (!shards.has(name)) throw new Error(`${name} is not a shard`);
    return shards.get(name);
  }

  const ENGINE = ["text", "shards", "query", "match", "volume", "catalogue", "rank", "engine"];
  let opening = null;

  // The engine; opened once. After a failure the next call looks whether there is a new index.
  function openEngine(isRetry) {
    if (isRetry) {
      opening = null;
      // all other shards are named by their content and stay what they are
      shards.delete("index");
    }
    if (!opening) {
      opening = startEngine(isRetry);
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  }

  async function startEngine(isRetry) {
    // an index that a cache holds on to is asked for anew by another name
    if (isRetry) await loadScript(`search/index.js?${Date.now()}`);
    await loadParts(...ENGINE);
    return forumSearch.openIndex(loadShard);
  }

  // A search; where a shard is missing because the site was published anew, once more with the new
  // index.
  async function runSearch(typed) {
    try {
      return await (await openEngine()).search(typed);
    } catch {
      return (await openEngine(true)).search(typed);
    }
  }

  const link = document.getElementById("search-open");

  function openBox(event) {
    event.preventDefault();
    const page = document.querySelector("[data-search-page]");
    if (page) {
      page.querySelector("input").focus();
      return;
    }
    // without its scripts the box is the link that it was
    loadParts("text", "shards", "show", "box").then(
      () => forumSearch.openBox(),
      () => {
        location.href = link.href;
      },
    );
  }

  function startLink() {
    link.addEventListener("click", (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
      if (isPlain) openBox(event);
    });
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.defaultPrevented || event.altKey || event.shiftKey) return;
      // "/" is pressed by the page's own script, which can be told to leave single keys alone
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (isK && !document.querySelector("dialog[open]")) openBox(event);
    });
  }

  Object.assign(forumSearch, { openEngine, runSearch, siteAddress });

  if (link) startLink();
  if (document.querySelector("[data-search-page]")) {
    loadParts("text", "shards", "query", "show", "page").catch(() =>
      document.querySelector(".search-failed").removeAttribute("hidden"),
    );
  }
  if (new URLSearchParams(location.search).has("find")) loadParts("text", "marks");
})();
