// The keyboard.
(() => {
  "use strict";

  const {
    all,
    byId,
    copyAs,
    find,
    openShare,
    passageAt,
    passages,
    reading,
    readings,
    recall,
    remember,
    selected,
    showReading,
  } = forumPage;

  function startKeys() {
    const input = byId("shortcuts");
    if (!input) return;
    input.checked = recall("shortcuts") !== "off";
    input.addEventListener("change", () => remember("shortcuts", input.checked ? "on" : "off"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.(
        "input:not([type=radio], [type=checkbox]), textarea, select",
      );
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !input.checked) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    r: () =>
      all('input[name="reading"]').length &&
      showReading(readings[(readings.indexOf(reading()) + 1) % 3]),
    c: () => quote(),
    "/": () => byId("search-open")?.click(),
    "?": () => byId("keys")?.togglePopover(),
  };

  /** The passage one is at: the focused one, else the first below the top of the window. */
  const here = (list) => {
    const focused = list.indexOf(document.activeElement.closest(".passage"));
    return focused < 0 ? list.findIndex((p) => p.getBoundingClientRect().top > 60) - 1 : focused;
  };

  function step(by) {
    const list = passages();
    const next = list[Math.min(Math.max(here(list) + by, 0), list.length - 1)];
    if (!next) return;
    find(".permalink", next).focus({ preventScroll: true });
    next.scrollIntoView();
  }

  function quote() {
    const range = selected();
    const list = passages();
    const passage = range ? passageAt(range.endContainer) : list[Math.max(here(list), 0)];
    if (!passage) return;
    openShare(passage);
    copyAs("quotation");
  }

  Object.assign(forumPage, { startKeys });
})();
