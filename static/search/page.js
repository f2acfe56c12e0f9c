// The search page: the same with room. The address says what is shown, so it can be shared, and
// back and forward work: q (the query), sort (order), group (no).
(function (hear) {
  "use strict";

  const { make, say, count } = hear;
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
  let asked = 0, timer, current = null;

  const state = () => {
    const parameters = new URLSearchParams(location.search);
    return { q: parameters.get("q") || "", sort: parameters.get("sort") || "", group: parameters.get("group") || "" };
  };

  function addressOf(changes) {
    const url = new URL(location.href);
    url.search = "";
    url.hash = "";
    for (const [key, value] of Object.entries({ ...state(), ...changes })) if (value) url.searchParams.set(key, value);
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
      const search = await hear.find(q);
      if (mine !== asked) return;
      current = search;
      show();
    } catch {
      if (mine !== asked) return;
      clear();
      status.replaceChildren(hear.failure(given));
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
    const { words } = current.engine;
    const { sort, group } = state();
    status.textContent = hear.statusOf(words, current);
    const talks = current.talks.slice();
    if (sort === "order") talks.sort((a, b) => a.order - b.order);
    const items = current.entries.slice(0, ENTRIES).map((entry) => hear.entryItem(words, entry));
    for (const talk of talks) items.push(...(group === "no" ? single(words, talk, sort) : [grouped(words, talk)]));
    results.replaceChildren(...items);
    beside.replaceChildren(...controls(words));
    const heard = hear.didYouHear(words, current, (q) => addressOf({ q }));
    below.replaceChildren(...[
      heard,
      items.length ? null : make("p", { class: "search-hint" }, say(words, "none_hint")),
      current.unread ? moreButton(words) : null,
    ].filter(Boolean));
  }

  // A talk as one result: its best passage, a few more, and a way to the rest.
  function grouped(words, talk) {
    const [first, ...others] = talk.passages;
    const item = make("li", hear.matchOf(first.kind), title(talk), hear.passageLink(words, talk, first));
    if (!others.length) return item;
    const line = (passage) => make("li", hear.matchOf(passage.kind), hear.passageLink(words, talk, passage));
    const list = make("ul", { class: "search-others" }, ...others.slice(0, PASSAGES - 1).map(line));
    item.append(list);
    const rest = others.slice(PASSAGES - 1);
    if (rest.length) {
      const button = make("button", { type: "button", class: "search-rest" }, count(words, "rest", rest.length));
      button.addEventListener("click", () => {
        list.append(...rest.map(line));
        list.children[PASSAGES - 1].querySelector("a").focus();
        button.remove();
      });
      item.append(button);
    }
    return item;
  }

  function single(words, talk, sort) {
    const passages = talk.passages.slice();
    if (sort === "order") passages.sort((a, b) => a.order - b.order);
    return passages.map((passage) => make("li", hear.matchOf(passage.kind), title(talk), hear.passageLink(words, talk, passage)));
  }

  const title = (talk) => make("p", { class: "search-talk" }, talk.title || talk.forum.title);

  function moreButton(words) {
    const button = make("button", { type: "button", class: "search-go-on" }, say(words, "go_on"));
    button.addEventListener("click", async () => {
      button.disabled = true;
      const search = current;
      try {
        await search.more();
        if (search === current) show();
      } catch {
        if (search === current) below.replaceChildren(hear.failure(given));
      }
    });
    return button;
  }

  // Sorting and grouping, and filters with counts of what has been read.
  function controls(words) {
    if (!current.talks.length) return [];
    const { sort, group } = state();
    const choice = (text, changes, isCurrent) => {
      const link = make("a", { href: addressOf(changes), "aria-current": isCurrent ? "true" : null }, text);
      link.addEventListener("click", (event) => { event.preventDefault(); go(changes, true); });
      return make("li", {}, link);
    };
    const parts = [
      make("ul", { class: "search-choice" },
        choice(say(words, "sort_best"), { sort: "" }, sort === ""),
        choice(say(words, "sort_order"), { sort: "order" }, sort === "order")),
      make("ul", { class: "search-choice" },
        choice(say(words, "grouped"), { group: "" }, group === ""),
        choice(say(words, "single"), { group: "no" }, group === "no")),
    ];
    for (const [name, values] of facets(words)) {
      if (values.length < 2) continue;
      parts.push(make("h2", {}, say(words, `filter_${name}`)), make("ul", { class: "search-facet" },
        ...values.slice(0, FACETS).map(([text, n]) => {
          const item = choice(text, { q: `${state().q.trim()} ${hear.filterOf(name, text, say(words, `filter_${name}`))}` }, false);
          item.firstChild.append(make("span", { class: "search-count" }, String(n)));
          return item;
        })));
    }
    return parts;
  }

  function facets(words) {
    const counts = { speaker: new Map(), kind: new Map(), forum: new Map() };
    const add = (map, key) => { if (key) map.set(key, (map.get(key) || 0) + 1); };
    for (const talk of current.talks) {
      for (const passage of talk.passages) {
        add(counts.speaker, passage.speaker >= 0 ? talk.allSpeakers[passage.speaker][1] : "");
        add(counts.kind, words[`kind_${talk.kind}`]);
        add(counts.forum, talk.forum.title);
      }
    }
    return Object.entries(counts).map(([name, map]) => [name, Array.from(map).sort((a, b) => b[1] - a[1])]);
  }

  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ q: input.value }, false), PAUSE);
  };
  input.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
  input.addEventListener("compositionend", typed);
  main.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go({ q: input.value }, input.value !== state().q);
  });
  window.addEventListener("popstate", () => { input.value = state().q; run(); });
  input.value = state().q;
  if (!input.value) input.focus();
  run();
})(globalThis.hear);
