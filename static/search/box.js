// The box: a dialog with a combobox, opened from any page.
(function (hear) {
  "use strict";

  const { make, say } = hear;
  const RECENT = "search-recent";
  const MOST_RECENT = 8;
  const PAUSE = 80;
  const link = document.getElementById("search-open");
  const given = link.dataset;
  let dialog, input, list, status, asked = 0, timer, words = null;

  hear.openBox = function () {
    if (!dialog) build();
    if (dialog.open) return;
    dialog.showModal();
    fit();
    input.select();
    showRecent();
    // what every query needs loads while the first one is typed
    hear.engine().then((engine) => { words = engine.words; if (!input.value) showRecent(); }, () => {});
  };

  function build() {
    input = make("input", {
      type: "search", class: "search-input", role: "combobox", "aria-expanded": "false", "aria-controls": "search-list",
      "aria-autocomplete": "list", "aria-label": given.label, placeholder: given.placeholder, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
    });
    list = make("ul", { id: "search-list", role: "listbox", "aria-label": given.label });
    status = make("p", { class: "search-box-status", role: "status" });
    const close = make("button", { type: "button", class: "search-close" }, given.close);
    close.addEventListener("click", () => dialog.close());
    const form = make("form", { class: "search-form", role: "search" }, input, close);
    form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
    dialog = make("dialog", { class: "search-box", "aria-label": given.label }, form, status, list);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    input.addEventListener("input", (event) => { if (!event.isComposing) later(); });
    input.addEventListener("compositionend", later);
    input.addEventListener("keydown", keys);
    for (const change of ["resize", "scroll"]) window.visualViewport?.addEventListener(change, fit);
    document.body.append(dialog);
  }

  // On a phone the box has the room that the keyboard leaves.
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
    all.forEach((option, n) => option.setAttribute("aria-selected", String(n === number)));
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
    const url = new URL(hear.address("search/"));
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
      const search = await hear.find(typed);
      // the latest query wins
      if (mine === asked && dialog.open) show(search, typed);
    } catch {
      if (mine === asked) fill([], hear.failure(given));
    }
  }

  // Puts options into the list, and a line above it.
  function fill(items, ...line) {
    // the link itself is the option: nothing that can be focused stands in one
    items.forEach((item, n) => {
      item.setAttribute("role", "none");
      const link = item.querySelector("a");
      Object.assign(link, { id: `search-option-${n}`, tabIndex: -1 });
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
    });
    list.replaceChildren(...items);
    status.replaceChildren(...line);
    input.setAttribute("aria-expanded", String(items.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function show(search, typed) {
    ({ words } = search.engine);
    const entries = search.entries.slice(0, 4).map((entry) => hear.entryItem(words, entry));
    const talks = search.talks.slice(0, 6).map((talk) => {
      const [passage] = talk.passages;
      const item = make("li", hear.matchOf(passage.kind), hear.passageLink(words, talk, passage));
      item.querySelector(".search-where").textContent = [talk.title, hear.whereOf(words, talk, passage)].filter(Boolean).join(" · ");
      return item;
    });
    const items = entries.concat(talks);
    for (const item of items) item.addEventListener("click", () => remember(typed));
    if (items.length) {
      const all = make("a", { href: pageAddress(typed) }, say(words, "all", typed));
      all.addEventListener("click", () => remember(typed));
      items.push(make("li", { class: "search-all" }, all));
    }
    const heard = hear.didYouHear(words, search, pageAddress);
    const hint = items.length ? null : make("span", { class: "search-hint" }, say(words, "none_hint"));
    fill(items, hear.statusOf(words, search), ...[hint, heard].filter(Boolean));
  }

  function recent() {
    try {
      const list = JSON.parse(localStorage.getItem(RECENT) || "[]");
      return Array.isArray(list) ? list.filter((typed) => typeof typed === "string") : [];
    } catch {
      return [];
    }
  }

  function remember(typed) {
    const list = [typed.trim(), ...recent().filter((other) => other !== typed.trim())].slice(0, MOST_RECENT);
    // a browser that keeps nothing keeps no queries either
    try { localStorage.setItem(RECENT, JSON.stringify(list)); } catch { /* nothing to keep them in */ }
  }

  function showRecent() {
    asked++;
    const list = recent();
    if (!list.length || !words) return fill([], given.hint);
    const clear = make("button", { type: "button", class: "search-clear" }, say(words, "recent_clear"));
    clear.addEventListener("click", () => { localStorage.removeItem(RECENT); showRecent(); input.focus(); });
    const items = list.map((typed) => make("li", { class: "search-recent" }, make("a", { href: pageAddress(typed) }, typed)));
    fill(items, say(words, "recent"), " ", clear);
  }
})(globalThis.hear);
