// Sharing and quoting.
(() => {
  "use strict";

  const { all, fillPlaceholders, find, byId, hasTurns, passages, reading, root, withParameter } =
    forumPage;

  /** The passage that the share box is open for. */
  let shared = null;

  function startShare() {
    const share = byId("share");
    if (!share) return;
    find("[value=turn]", share).hidden = !hasTurns();
    document.addEventListener("click", (event) => {
      const within = (selector) => event.target.closest?.(selector);
      const value = within("#share button")?.value;
      if (value === "close") closeShare();
      else if (value && value !== "cite") copyAs(value);
      else if (within(".permalink")) openShare(within(".passage"), true);
      else if (!within("#share") && !selected()) closeShare();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && closeShare());
    // pressing a button would clear the selection
    share.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => {
      const range = selected();
      if (range) openShare(passageAt(range.endContainer) ?? passageAt(range.startContainer));
    });
  }

  /** Opens the box for a passage; who asked for it by its permalink is led into it. */
  function openShare(passage, lead = false) {
    const share = byId("share");
    if (!passage) return;
    if (passage !== shared) find("[role=status]", share).textContent = "";
    shared = passage;
    if (!share.matches(":popover-open")) share.showPopover();
    // the browser moves the focus to the passage first
    if (lead) setTimeout(() => find("button", share).focus({ preventScroll: true }));
  }

  function closeShare() {
    const share = byId("share");
    if (!share?.matches(":popover-open")) return;
    const inside = share.contains(document.activeElement);
    share.hidePopover();
    if (inside) find(".permalink", shared)?.focus({ preventScroll: true });
    shared = null;
  }

  const passageAt = (node) => (node.closest ? node : node.parentElement)?.closest(".passage");

  /** What is selected of the record, if anything is. */
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return passageAt(range.startContainer) ? range : null;
  }

  /** The words of a range as they are read, a line to a passage. */
  function said(range) {
    const copy = document.createElement("div");
    copy.append(range.cloneContents());
    const unread = reading() === "verbatim" ? "ins" : "del";
    for (const part of all(`${unread}, .permalink, .speaker, .image-missing`, copy)) part.remove();
    const parts = all(".passage", copy);
    const lines = parts.length ? parts.map((part) => part.textContent) : [copy.textContent];
    return lines
      .map((line) => line.trim())
      .filter(Boolean)
      .join("\n");
  }

  /** What the buttons are for: the selection, else the passage they stand under. */
  function quoted() {
    const range = selected() ?? document.createRange();
    if (range.collapsed) range.selectNodeContents(shared);
    const touched = passages().filter((passage) => range.intersectsNode(passage));
    const turns = [...new Set(touched.map((passage) => passage.closest(".turn")))];
    return { range, touched, turns };
  }

  /** The address of a passage, or of a range of them, in the reading that is shown. */
  function passageAddress(hash, only, shown = reading()) {
    const here = find('link[rel="canonical"]')?.href ?? location.href;
    const url = new URL(withParameter(here, "reading", shown === "clean" ? "" : shown));
    const whole = new URL(withParameter(withParameter(url.href, "moved", ""), "only", only));
    whole.hash = "";
    return `${whole.href.replace(/#$/, "")}#${hash}`;
  }

  /** The words that are quoted, with who said them and where. */
  function quotationOf({ range, touched, turns }, hash) {
    // of the compared reading, the clean text is quoted
    const shown = reading() === "verbatim" ? "verbatim" : "clean";
    return fillPlaceholders(find("[data-quotation]").dataset.quotation, {
      text: said(range),
      speaker: [...new Set(turns.map((turn) => turn.dataset.speaker))].join("、"),
      source: touched[0].closest("[data-source]").dataset.source,
      url: passageAddress(hash, "", shown),
    });
  }

  /** Copies what a button of the box stands for: `quotation`, `link` or `turn`. */
  async function copyAs(what) {
    const quotation = quoted();
    const { touched, turns } = quotation;
    if (!touched.length) return;
    const hash = [...new Set([touched[0].id, touched.at(-1).id])].join("..");
    const text = {
      quotation: () => quotationOf(quotation, hash),
      link: () => passageAddress(hash, ""),
      turn: () => passageAddress(turns[0].id, turns[0].id),
    }[what]();
    const status = find("#share [role=status]");
    status.textContent = (await copied(text)) ? status.dataset.done : status.dataset.failed;
  }

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedByHand(text);
    }
  }

  /** Where there is no clipboard to write to, as without https. */
  function copiedByHand(text) {
    const write = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", write, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", write);
    return done;
  }

  /** What was done to words, and why: shown where a change is reached by keyboard or touched. */
  function startNotes() {
    if (!find(".passage [data-sign]")) return;
    const note = document.createElement("p");
    note.className = "why";
    note.popover = "manual";
    note.ariaHidden = "true"; // the change itself is described by its title
    document.body.append(note);
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches(".passage [data-sign]")) explain(target, note);
    });
    for (const end of ["focusout", "scroll"]) {
      document.addEventListener(end, () => note.matches(":popover-open") && note.hidePopover());
    }
    document.addEventListener("click", ({ target }) => {
      const change = reading() === "diff" && target.closest?.(".passage :is(del, ins)");
      if (change)
        (change.dataset.sign ? change : change.nextElementSibling).focus({ preventScroll: true });
    });
  }

  /** Shows what is said of a change under its last line, within the window. */
  function explain(change, note) {
    note.textContent = change.title;
    note.showPopover();
    const line = [...change.getClientRects()].at(-1);
    const { width, height } = note.getBoundingClientRect();
    const below = line.bottom + 4;
    const fits = below + height < window.innerHeight;
    note.style.left = `${Math.max(8, Math.min(line.left, root.clientWidth - width - 8))}px`;
    note.style.top = `${fits ? below : line.top - height - 4}px`;
  }

  Object.assign(forumPage, {
    copied,
    copyAs,
    openShare,
    passageAt,
    quoted,
    selected,
    startNotes,
    startShare,
  });
})();
