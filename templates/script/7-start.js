// Starts everything when the page is loaded.
(() => {
  "use strict";

  const {
    addressWords,
    all,
    byId,
    decoded,
    fillPlaceholders,
    find,
    withParameter,
    startCite,
    startContents,
    startKeys,
    startMarks,
    startNotes,
    startOnly,
    startPlayer,
    startReading,
    startSettings,
    startShare,
  } = forumPage;

  /** On the page of what is not there: the words of the address can be searched for. */
  function startNotFound() {
    const [place, search] = [byId("not-found"), byId("search-open")];
    const looked = addressWords(location.pathname);
    if (!place || !search?.href || !looked || looked === "404") return;
    const link = find("a", place);
    link.href = withParameter(search.href, "q", looked);
    link.textContent = fillPlaceholders(place.dataset.form, { x: looked });
    place.hidden = false;
  }

  /** Where the site does not know its own address, reports of a mistake are given the page's. */
  function startReports() {
    if (find('link[rel="canonical"]') || location.protocol === "file:") return;
    const top = new URL(".", find('script[src$="site.js"]').src);
    const place = (whole, address) =>
      address ? encodeURIComponent(new URL(decoded(address), top).href) : whole;
    for (const link of all('.beside[href*="%23"]')) {
      // an encoded character before the address is no part of it
      const address = new RegExp(
        `%(?!2F|23)[\\dA-F]{2}|((?:[\\w.~-]|%2F)+%23${link.closest(".passage").id})(?!\\w)`,
        "g",
      );
      link.href = link.getAttribute("href").replace(address, place);
    }
  }

  function start() {
    startSettings();
    startReading();
    startMarks();
    startOnly();
    startContents();
    startShare();
    startNotes();
    startKeys();
    startNotFound();
    startCite();
    startReports();
    startPlayer();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
