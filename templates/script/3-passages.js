// Passages, and those that a permalink marks.
(() => {
  "use strict";

  const { all, byId, find, parameter, rangeEnds, root, withParameter } = forumPage;

  function startMarks() {
    mark();
    window.addEventListener("hashchange", mark);
    if (parameter("moved") !== null) show("notice-moved");
  }

  function mark() {
    for (const passage of all(".marked")) passage.classList.remove("marked");
    const [first, last] = rangeEnds(location.hash).map(byId);
    if (!first) return;
    if (first.matches(".moved li")) {
      const address = find("a", first).href;
      location.replace(withParameter(address, "moved", "1"));
      return;
    }
    const everything = all(".passage");
    const [from, to] = [first, last ?? first].map((end) =>
      everything.indexOf(end.closest(".passage")),
    );
    if (first.matches(".formerly")) show("notice-moved");
    if (from < 0 || (first === last && !first.matches(".formerly"))) return;
    for (const passage of everything.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      passage.classList.add("marked");
      const folded = passage.closest("details");
      if (folded) folded.open = true;
    }
    everything[Math.min(from, to)].scrollIntoView();
  }

  function show(id) {
    const notice = byId(id);
    if (notice) notice.hidden = false;
  }

  /** Whether a page has several turns, of which one can be shown alone. */
  const hasTurns = () => all(".turn").filter((turn) => !turn.closest(".introduction")).length > 1;

  /** `?only=t-…`: a single turn, with a way back to the whole. */
  function startOnly() {
    const turn = byId(parameter("only") ?? "");
    if (!turn?.matches(".turn") || !hasTurns()) return;
    root.dataset.only = "";
    turn.classList.add("shown");
    const folded = turn.closest("details");
    if (folded) folded.open = true;
    const whole = new URL(withParameter(location.href, "only", ""));
    whole.hash = turn.id;
    find("#notice-only a")?.setAttribute("href", whole.href);
    show("notice-only");
  }

  function startContents() {
    const contents = byId("contents");
    const entries = all("#contents a")
      .map((link) => ({ link, target: byId(rangeEnds(link.hash)[0]) }))
      .filter((entry) => entry.target);
    if (!entries.length) return;
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
    let waiting = false;
    const look = () => {
      waiting = false;
      const passed = entries.filter((entry) => entry.target.getBoundingClientRect().top < 140);
      const current = passed.at(-1)?.link;
      for (const { link } of entries) {
        if (link === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      if (current) contents.scrollTop = current.offsetTop - contents.clientHeight / 3;
    };
    contents.addEventListener("toggle", look);
    window.addEventListener(
      "scroll",
      () => {
        if (!waiting) requestAnimationFrame(look);
        waiting = true;
      },
      { passive: true },
    );
    look();
  }

  Object.assign(forumPage, { hasTurns, startContents, startMarks, startOnly });
})();
