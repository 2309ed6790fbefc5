// Listens to what happens to the page, and takes it in: other stylesheets in the
// place of the old ones, what lies over the page, and else the page again.
(() => {
  let version = preview.own.version;
  let events = null;
  let reloading = false;
  // The page where one begins follows nothing, but counts as open.
  const start = "here" in preview.own;
  const id = Math.random().toString(36).slice(2);
  let counted = false;

  // The program ends when no page is open. A hidden tab has no stream, but is.
  function leave(how) {
    if (counted) navigator.sendBeacon("/.preview/away?" + new URLSearchParams({ id, [how]: "" }));
  }

  function reload() {
    reloading = true;
    stop();
    preview.place.keep();
    history.scrollRestoration = "manual";
    location.reload();
  }

  // A new stylesheet takes the place of the old one when it is there: the page
  // is never without.
  function exchange(sheets) {
    const bare = (address) => address.split("?")[0];
    for (const sheet of sheets) {
      for (const old of document.querySelectorAll("link[rel~=stylesheet]")) {
        if (bare(old.getAttribute("href")) !== bare(sheet.old)) continue;
        const link = old.cloneNode();
        link.href = sheet.new;
        for (const end of ["load", "error"]) link.addEventListener(end, () => old.remove(), { once: true });
        old.after(link);
      }
    }
  }

  // What scripts of the page have loaded beside those that the page names, such as
  // the index of the search, by path: the page is loaded again when one is another.
  // What has the hash of its content in its name never is.
  const loaded = new Set();
  const named = new Set([...document.scripts].map((script) => script.src));

  function notice(list) {
    const known = loaded.size;
    for (const { initiatorType, name } of list.getEntries()) {
      const { origin, pathname } = new URL(name);
      const lasting = named.has(name) || /-[0-9a-f]{8,10}\.js$/.test(pathname);
      if (initiatorType === "script" && origin === location.origin && !lasting) loaded.add(pathname);
    }
    if (loaded.size > known) listen();
  }

  const handlers = {
    words(data) {
      counted = "quit" in data;
      preview.layer.speak(data);
    },
    reload,
    style: exchange,
    view(data) {
      version = data.version || version;
      preview.layer.show(data);
    },
  };

  // A hidden tab doesn't connect: browsers allow six connections to a server. It
  // catches up when it is shown.
  function listen() {
    stop();
    if (document.hidden || version === undefined && !start) return;
    const asked = new URLSearchParams(start ? { id } : { page: location.pathname, version, id });
    for (const address of loaded) asked.append("loaded", address);
    events = new EventSource((start ? "/.preview/here?" : "/.preview/events?") + asked);
    events.addEventListener("open", preview.layer.found);
    events.addEventListener("error", lost);
    for (const [name, handle] of Object.entries(handlers)) {
      events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  }

  let again = 0;

  function stop() {
    clearTimeout(again);
    events?.close();
    events = null;
  }

  function lost() {
    stop();
    preview.layer.lost();
    again = setTimeout(listen, 1000);
  }

  let gone = false;

  document.addEventListener("visibilitychange", () => {
    if (document.hidden && !gone) leave("hidden");
    listen();
  });
  addEventListener("pagehide", () => {
    gone = true;
    leave("gone");
    stop();
    // The place is the browser's again when the author loads the page or leaves.
    if (!reloading) history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", (event) => {
    gone = false;
    if (event.persisted) listen();
  });

  preview.place.restore();
  listen();
  new PerformanceObserver(notice).observe({ type: "resource", buffered: true });
})();
