// The search box: a dialog with a combobox, opened from any page.
(() => {
  "use strict";

  const {
    createElement,
    entryItem,
    failureMessage,
    isolated,
    matchAttributes,
    message,
    openEngine,
    passageContext,
    passageLink,
    runSearch,
    siteAddress,
    spellingLinks,
    statusText,
  } = forumSearch;

  const RECENT = "search-recent";
  const MOST_RECENT = 8;
  const PAUSE = 80;
  const link = document.getElementById("search-open");
  const given = link.dataset;
  let dialog;
  let input;
  let list;
  let status;
  let asked = 0;
  let timer;
  let strings = null;

  function openBox() {
    if (!dialog) build();
    if (dialog.open) return;
    dialog.showModal();
    fit();
    input.select();
    showRecent();
    // the engine loads while the first query is typed
    openEngine().then(
      (engine) => {
        strings = engine.strings;
        if (!input.value) showRecent();
      },
      () => {},
    );
  }

  function build() {
    input = createElement("input", {
      type: "search",
      class: "search-input",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "search-list",
      "aria-autocomplete": "list",
      "aria-label": given.label,
      dir: "auto",
      placeholder: given.placeholder,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
    });
    list = createElement("ul", { id: "search-list", role: "listbox", "aria-label": given.label });
    status = createElement("p", { class: "search-box-status", role: "status" });
    const close = createElement("button", { type: "button", class: "search-close" }, given.close);
    close.addEventListener("click", () => dialog.close());
    const form = createElement("form", { class: "search-form", role: "search" }, input, close);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go();
    });
    dialog = createElement(
      "dialog",
      { class: "search-box", "aria-label": given.label },
      form,
      status,
      list,
    );
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    input.addEventListener("input", (event) => {
      if (!event.isComposing) later();
    });
    input.addEventListener("compositionend", later);
    input.addEventListener("keydown", keys);
    for (const change of ["resize", "scroll"]) window.visualViewport?.addEventListener(change, fit);
    document.body.append(dialog);
  }

  // On a phone, fits the box into the part of the window that the keyboard leaves free.
  function fit() {
    const view = window.visualViewport;
    if (!view) return;
    dialog.style.setProperty("--search-room", `${Math.round(view.height)}px`);
    dialog.style.setProperty("--search-top", `${Math.round(view.offsetTop)}px`);
  }

  function keys(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go();
    }
  }

  const options = () => Array.from(list.querySelectorAll("[role=option]"));

  function move(step) {
    const all = options();
    if (!all.length) return;
    const now = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    choose(all, now < 0 ? (step > 0 ? 0 : all.length - 1) : (now + step + all.length) % all.length);
  }

  function choose(all, number) {
    for (const [n, option] of all.entries()) {
      option.setAttribute("aria-selected", String(n === number));
    }
    input.setAttribute("aria-activedescendant", all[number] ? all[number].id : "");
    all[number]?.scrollIntoView({ block: "nearest" });
  }

  function go() {
    const chosen = list.querySelector("[aria-selected=true]");
    if (chosen) return chosen.click();
    if (input.value.trim()) {
      remember(input.value);
      location.href = pageAddress(input.value);
    }
  }

  function pageAddress(typed) {
    const url = new URL(siteAddress("search/"));
    url.searchParams.set("q", typed);
    return url.href;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  }

  async function run() {
    const typed = input.value;
    const mine = ++asked;
    if (!typed.trim()) return showRecent();
    try {
      const search = await runSearch(typed);
      // the latest query wins
      if (mine === asked && dialog.open) show(search, typed);
    } catch {
      if (mine === asked) fill([], failureMessage(given));
    }
  }

  // Fills the list with options, and the status line above it.
  function fill(items, ...line) {
    // an option must not contain anything focusable, so the link itself is the option
    items.forEach((item, n) => {
      item.setAttribute("role", "none");
      const option = item.querySelector("a");
      Object.assign(option, { id: `search-option-${n}`, tabIndex: -1 });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
    });
    list.replaceChildren(...items);
    status.replaceChildren(...line);
    input.setAttribute("aria-expanded", String(items.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function show(search, typed) {
    ({ strings } = search.engine);
    const entries = search.entries.slice(0, 4).map((entry) => entryItem(strings, entry));
    const talks = search.talks.slice(0, 6).map((talk) => {
      const [passage] = talk.passages;
      const item = createElement(
        "li",
        matchAttributes(passage.kind),
        passageLink(strings, talk, passage),
      );
      const context = [isolated(talk.title), passageContext(strings, talk, passage)].filter(
        Boolean,
      );
      item.querySelector(".search-where").textContent = context.join(" · ");
      return item;
    });
    const items = entries.concat(talks);
    for (const item of items) item.addEventListener("click", () => remember(typed));
    if (items.length) {
      const all = createElement("a", { href: pageAddress(typed) }, message(strings, "all", typed));
      all.addEventListener("click", () => remember(typed));
      items.push(createElement("li", { class: "search-all" }, all));
    }
    const spellings = spellingLinks(strings, search, pageAddress);
    const hint = items.length
      ? null
      : createElement("span", { class: "search-hint" }, message(strings, "none_hint"));
    fill(items, statusText(strings, search), ...[hint, spellings].filter(Boolean));
  }

  // The queries of before, the latest first.
  function recent() {
    try {
      const queries = JSON.parse(localStorage.getItem(RECENT) || "[]");
      return Array.isArray(queries) ? queries.filter((typed) => typeof typed === "string") : [];
    } catch {
      return [];
    }
  }

  function remember(typed) {
    const query = typed.trim();
    const queries = [query, ...recent().filter((other) => other !== query)].slice(0, MOST_RECENT);
    try {
      localStorage.setItem(RECENT, JSON.stringify(queries));
    } catch {
      // storage may be forbidden or full; then the query is not remembered
    }
  }

  function showRecent() {
    asked++;
    const queries = recent();
    if (!queries.length || !strings) {
      fill([], given.hint);
      return;
    }
    const clear = createElement(
      "button",
      { type: "button", class: "search-clear" },
      message(strings, "recent_clear"),
    );
    clear.addEventListener("click", () => {
      localStorage.removeItem(RECENT);
      showRecent();
      input.focus();
    });
    const items = queries.map((typed) => {
      const again = createElement("a", { href: pageAddress(typed) }, typed);
      return createElement("li", { class: "search-recent" }, again);
    });
    fill(items, message(strings, "recent"), " ", clear);
  }

  Object.assign(forumSearch, { openBox });
})();
