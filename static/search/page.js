// The search page. Its address has the state, so that it can be shared, and back and forward work: `q`
// (the query), `sort` (`order`), `group` (`no`).
(() => {
  "use strict";

  const {
    countMessage,
    createElement,
    direction,
    entryItem,
    failureMessage,
    filterText,
    matchAttributes,
    message,
    passageLink,
    runSearch,
    spellingLinks,
    statusText,
  } = forumSearch;

  const PASSAGES = 3;
  const ENTRIES = 4;
  const FACETS = 8;
  const PAUSE = 120;
  const main = document.querySelector("[data-search-page]");
  const given = main.dataset;
  const input = main.querySelector("input[name=q]");
  const status = main.querySelector(".search-status");
  const results = main.querySelector("ol.search-results");
  const beside = main.querySelector(".search-beside");
  const below = main.querySelector(".search-below");
  let asked = 0;
  let timer;
  let current = null;

  const state = () => {
    const parameters = new URLSearchParams(location.search);
    return {
      q: parameters.get("q") || "",
      sort: parameters.get("sort") || "",
      group: parameters.get("group") || "",
    };
  };

  function addressOf(changes) {
    const url = new URL(location.href);
    url.search = "";
    url.hash = "";
    for (const [key, value] of Object.entries({ ...state(), ...changes }))
      if (value) url.searchParams.set(key, value);
    return url.href;
  }

  function go(changes, isNew) {
    history[isNew ? "pushState" : "replaceState"](null, "", addressOf(changes));
    run();
  }

  async function run() {
    const { q } = state();
    if (input.value !== q && document.activeElement !== input) input.value = q;
    const mine = ++asked;
    if (!q.trim()) return clear();
    main.setAttribute("aria-busy", "true");
    try {
      const search = await runSearch(q);
      if (mine !== asked) return;
      current = search;
      show();
    } catch {
      if (mine !== asked) return;
      clear();
      status.replaceChildren(failureMessage(given));
    } finally {
      if (mine === asked) main.removeAttribute("aria-busy");
    }
  }

  function clear() {
    current = null;
    main.removeAttribute("aria-busy");
    for (const part of [results, beside, below]) part.replaceChildren();
    status.textContent = given.hint;
  }

  function show() {
    const { strings } = current.engine;
    const { sort, group } = state();
    status.textContent = statusText(strings, current);
    const talks = current.talks.slice();
    if (sort === "order") talks.sort((a, b) => a.order - b.order);
    const items = current.entries.slice(0, ENTRIES).map((entry) => entryItem(strings, entry));
    for (const talk of talks)
      items.push(...(group === "no" ? single(strings, talk, sort) : [grouped(strings, talk)]));
    results.replaceChildren(...items);
    beside.replaceChildren(...controls(strings));
    const spellings = spellingLinks(strings, current, (q) => addressOf({ q }));
    below.replaceChildren(
      ...[
        spellings,
        items.length
          ? null
          : createElement("p", { class: "search-hint" }, message(strings, "none_hint")),
        current.unread ? moreButton(strings) : null,
      ].filter(Boolean),
    );
  }

  // A talk as one result: its best passage, a few more, and a way to the rest.
  function grouped(strings, talk) {
    const [first, ...others] = talk.passages;
    const item = createElement(
      "li",
      matchAttributes(first.kind),
      title(talk),
      passageLink(strings, talk, first),
    );
    if (!others.length) return item;
    const line = (passage) =>
      createElement("li", matchAttributes(passage.kind), passageLink(strings, talk, passage));
    const list = createElement(
      "ul",
      { class: "search-others" },
      ...others.slice(0, PASSAGES - 1).map(line),
    );
    item.append(list);
    const rest = others.slice(PASSAGES - 1);
    if (rest.length) {
      const button = createElement(
        "button",
        { type: "button", class: "search-rest" },
        countMessage(strings, "rest", rest.length),
      );
      button.addEventListener("click", () => {
        list.append(...rest.map(line));
        list.children[PASSAGES - 1].querySelector("a").focus();
        button.remove();
      });
      item.append(button);
    }
    return item;
  }

  function single(strings, talk, sort) {
    const passages = talk.passages.slice();
    if (sort === "order") passages.sort((a, b) => a.order - b.order);
    return passages.map((passage) =>
      createElement(
        "li",
        matchAttributes(passage.kind),
        title(talk),
        passageLink(strings, talk, passage),
      ),
    );
  }

  const title = (talk) =>
    createElement(
      "p",
      { class: "search-talk", ...direction(talk.title || talk.forum.title) },
      talk.title || talk.forum.title,
    );

  function moreButton(strings) {
    const button = createElement(
      "button",
      { type: "button", class: "search-go-on" },
      message(strings, "go_on"),
    );
    button.addEventListener("click", async () => {
      button.disabled = true;
      const search = current;
      try {
        await search.more();
        if (search === current) show();
      } catch {
        if (search === current) below.replaceChildren(failureMessage(given));
      }
    });
    return button;
  }

  // Links for sorting, grouping and filters; each filter has the count of the passages read so far.
  function controls(strings) {
    if (!current.talks.length) return [];
    const { sort, group } = state();
    const choice = (text, changes, isCurrent) => {
      const link = createElement(
        "a",
        {
          href: addressOf(changes),
          "aria-current": isCurrent ? "true" : null,
          ...direction(text),
        },
        text,
      );
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(changes, true);
      });
      return createElement("li", {}, link);
    };
    const parts = [
      createElement(
        "ul",
        { class: "search-choice" },
        choice(message(strings, "sort_best"), { sort: "" }, sort === ""),
        choice(message(strings, "sort_order"), { sort: "order" }, sort === "order"),
      ),
      createElement(
        "ul",
        { class: "search-choice" },
        choice(message(strings, "grouped"), { group: "" }, group === ""),
        choice(message(strings, "single"), { group: "no" }, group === "no"),
      ),
    ];
    for (const [name, values] of facets(strings)) {
      if (values.length < 2) continue;
      parts.push(
        createElement("h2", {}, message(strings, `filter_${name}`)),
        createElement(
          "ul",
          { class: "search-facet" },
          ...values.slice(0, FACETS).map(([text, n]) => {
            const item = choice(
              text,
              {
                q: `${state().q.trim()} ${filterText(name, text, message(strings, `filter_${name}`))}`,
              },
              false,
            );
            item.firstChild.append(createElement("span", { class: "search-count" }, String(n)));
            return item;
          }),
        ),
      );
    }
    return parts;
  }

  function facets(strings) {
    const counts = { speaker: new Map(), kind: new Map(), forum: new Map() };
    const add = (map, key) => {
      if (key) map.set(key, (map.get(key) || 0) + 1);
    };
    for (const talk of current.talks) {
      for (const passage of talk.passages) {
        add(counts.speaker, passage.speaker >= 0 ? talk.allSpeakers[passage.speaker][1] : "");
        add(counts.kind, strings[`kind_${talk.kind}`]);
        add(counts.forum, talk.forum.title);
      }
    }
    return Object.entries(counts).map(([name, map]) => [
      name,
      Array.from(map).sort((a, b) => b[1] - a[1]),
    ]);
  }

  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ q: input.value }, false), PAUSE);
  };
  input.addEventListener("input", (event) => {
    if (!event.isComposing) typed();
  });
  input.addEventListener("compositionend", typed);
  main.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go({ q: input.value }, input.value !== state().q);
  });
  window.addEventListener("popstate", () => {
    input.value = state().q;
    run();
  });
  // what is typed may run from right to left
  input.dir = "auto";
  input.value = state().q;
  if (!input.value) input.focus();
  run();
})();
