// Settings: theme, size and reading, remembered where the browser allows it and applied before the
// first paint.
(() => {
  "use strict";

  const { withParameter } = forumPage;

  const recall = (key) => {
    try {
      return localStorage.getItem(`proceedings.${key}`);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      localStorage.setItem(`proceedings.${key}`, value);
    } catch {
      // private windows and folders may forbid storage; then nothing is remembered
    }
  };

  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  /** The passages that can be seen. */
  const passages = () => all(".passage").filter((passage) => passage.checkVisibility());
  const parameter = (key) => new URLSearchParams(location.search).get(key);
  const settings = { theme: ["auto", "light", "dark"], size: ["small", "medium", "large", "huge"] };
  const readings = ["clean", "verbatim", "diff"];

  // Before the first paint.

  root.dataset.script = "";
  for (const [key, values] of Object.entries(settings)) {
    if (values.includes(recall(key))) root.dataset[key] = recall(key);
  }
  const asked = [parameter("reading"), recall("reading")].find((value) => readings.includes(value));
  if (asked) root.dataset.reading = asked;

  if (root.dataset.here !== undefined && window !== parent) leadToSite();

  /**
   * A host shows 404.html at any address, where its links, relative to the site's folder, lead
   * nowhere. It holds here.html of that folder as an object; this script, run in there, mends the links
   * and loads the scripts of the page around it.
   */
  function leadToSite() {
    let lost;
    try {
      lost = parent.document;
    } catch {
      return; // pages opened from a folder may not access each other
    }
    if (lost.documentElement.dataset.script !== undefined) return;
    for (const key of ["href", "src"]) {
      for (const element of all(`[${key}^="./"]`, lost)) {
        element.setAttribute(key, new URL(element.getAttribute(key), location.href));
      }
    }
    for (const { src } of all("script[src]", lost)) {
      const script = lost.createElement("script");
      script.src = src;
      script.async = false;
      lost.head.append(script);
    }
  }

  // Theme, size, keys.

  function startSettings() {
    for (const key of Object.keys(settings)) {
      for (const input of all(`input[name="${key}"]`)) {
        if (root.dataset[key] === input.value) input.checked = true;
        input.addEventListener("change", () => {
          root.dataset[key] = input.value;
          remember(key, input.value);
        });
      }
    }
    const panel = find(".settings");
    document.addEventListener("click", (event) => {
      if (panel?.open && !panel.contains(event.target)) panel.open = false;
    });
    panel?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      panel.open = false;
      find("summary", panel).focus();
    });
  }

  function startReading() {
    for (const input of all('input[name="reading"]')) {
      if (root.dataset.reading === input.value) input.checked = true;
      input.addEventListener("change", () => showReading(input.value));
    }
    // asked for by the search, for words that only one reading has: not to be remembered
    document.addEventListener(
      "show-reading",
      ({ detail }) => byId(`reading-${detail}`) && showReading(detail, false),
    );
    giveFocusToChanges();
  }

  const reading = () => find('input[name="reading"]:checked')?.value ?? "clean";

  /** Shows a reading; the passage at the top of the window stays where it is. */
  function showReading(value, isChosen = true) {
    const passage = passages().find((p) => p.getBoundingClientRect().bottom > 80);
    const before = passage?.getBoundingClientRect().top;
    root.dataset.reading = value;
    byId(`reading-${value}`).checked = true;
    if (isChosen) remember("reading", value);
    const address = withParameter(location.href, "reading", value === "clean" ? "" : value);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // pages opened from a folder may not change their address
    }
    giveFocusToChanges();
    if (passage?.checkVisibility()) {
      window.scrollBy({ top: passage.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  /** In the compared reading, changes can be reached by keyboard and name their rule. */
  function giveFocusToChanges() {
    const compared = reading() === "diff";
    for (const change of all(".passage [data-sign]")) {
      if (compared) change.tabIndex = 0;
      else change.removeAttribute("tabindex");
    }
  }

  Object.assign(forumPage, {
    all,
    byId,
    find,
    parameter,
    passages,
    reading,
    readings,
    recall,
    remember,
    root,
    showReading,
    startReading,
    startSettings,
  });
})();
