// Citing, and playing recordings.
(() => {
  "use strict";

  const { all, byId, citationsOf, copied, find, quoted } = forumPage;

  /** Fills the citations in, of the talk or of a passage; set where the page has any. */
  let fillCite = () => {};

  function startCite() {
    const data = byId("cite-data");
    if (!data) return;
    for (const element of all("#cite .give, #share [value=cite]")) element.hidden = false;
    const known = JSON.parse(data.textContent);
    const formats = all("#cite .format").map(({ id }) => id.replace("cite-", ""));
    known.own = Object.fromEntries(formats.map((name) => [name, byId(`cite-${name}`).textContent]));
    // a file's address cannot be cited: the placeholder stays
    const here =
      location.protocol === "file:"
        ? known.url
        : location.href.replace(/(index\.html)?([?#].*)?$/, "");
    const canonical = find('link[rel="canonical"]')?.href;
    const page = canonical ?? here;
    fillCite = (passage) => {
      const speaker = passage?.closest(".turn").dataset.speaker;
      const texts = passage
        ? citationsOf(known, speaker, passage.id, page)
        : citationsOf(known, "", "", page);
      for (const name of formats) byId(`cite-${name}`).textContent = texts[name];
      // the files beside the page cite the talk, with its address: where that is not known, or for a
      // passage, the link has the text that is shown
      for (const link of all("#cite a[download]")) {
        const text = find("pre", link.closest("section")).textContent;
        const whole = !passage && canonical;
        link.href = whole
          ? link.textContent
          : `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
        link.download = link.textContent;
      }
      find(".cite-passage").hidden = !passage;
    };
    fillCite();
    find("#share [value=cite]")?.addEventListener("click", citePassage);
    find('[popovertarget="cite"]').addEventListener("click", () => fillCite());
    byId("cite").addEventListener("click", async (event) => {
      const from = event.target.closest("[data-copy]")?.dataset.copy;
      if (!from) return;
      const status = find("#cite [role=status]");
      status.textContent = (await copied(byId(from).textContent))
        ? status.dataset.done
        : status.dataset.failed;
    });
  }

  function citePassage() {
    fillCite(quoted().touched[0]);
    byId("cite").showPopover();
  }

  /** Recordings: nothing is asked of another site before a reader asks for it. */
  function startPlayer() {
    for (const link of all("a[data-player]")) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        find(".player")?.remove();
        const frame = link.dataset.frame === "true";
        const player = document.createElement(frame ? "iframe" : "video");
        player.className = "player";
        if (frame) player.allow = "fullscreen; autoplay; encrypted-media";
        else player.controls = true;
        player.src = link.dataset.player;
        player.title = link.ariaLabel ?? link.textContent;
        // where the site's policy forbids it, the recording's own page is opened instead
        document.onsecuritypolicyviolation = ({ effectiveDirective }) => {
          if (!["frame-src", "media-src"].includes(effectiveDirective)) return;
          document.onsecuritypolicyviolation = null;
          location.assign(link.href);
        };
        const passage = link.closest(".passage");
        if (passage) passage.before(player);
        else (link.closest(".speaker") ?? link.closest("header.title")).after(player);
        player.scrollIntoView({ block: "nearest" });
      });
    }
  }

  Object.assign(forumPage, { startCite, startPlayer });
})();
