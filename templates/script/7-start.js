// Where nothing stands: the words of the address can be searched for.

function startNotFound() {
  const [place, search] = [byId("not-found"), byId("search-open")];
  const looked = words(location.pathname);
  if (!place || !search?.href || !looked || looked === "404") return;
  const link = find("a", place);
  link.href = withParameter(search.href, "q", looked);
  link.textContent = fill(place.dataset.form, { x: looked });
  place.hidden = false;
}

// What begins when the page is there.

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
  startPlayer();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
