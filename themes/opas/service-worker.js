// Keeps the guide in the reader's browser, so that it opens without a
// connection after the first visit. The build writes a line before this:
//
//   const build = {"files": {"index.html": "0a1b2c3d", …}, "rest": {…}};
//
// or "null" if nothing is to be kept any more. Each name has the checksum of
// its content. The files are kept at the first visit; the rest, of a guide too
// big to be kept as a whole, when a reader opens it.
//
// A host doesn't always send the file that the build made: an upload may be
// half done, or a login page may stand before it. So the bytes of each file are
// compared with its checksum, and it is kept under its name and checksum: the
// builds share one cache, and no build ever finds a file of another. A file
// that isn't right fails the installation; the next visit tries again, and
// needs only what is missing. Until then the build before stays whole.
//
// While there is a connection, pages come from the host and only what has the
// hash of its content in its name comes from the cache: a page is never older
// than what it loads. Without a connection, or if the host lets the reader
// wait, all of it comes from the cache. What the build didn't list is none of
// this script's business: other applications may share the host.
//
// A new worker takes over when all of its files are kept: at once if the reader
// has one page of the guide open, which is that of the new build, else when
// the others are closed, as they may still load parts of the old one.
(() => {
  "use strict";

  const root = new URL("./", location).href;
  const prefix = `opas:${new URL(root).pathname}:`;
  const own = `${prefix}files`;
  const files = { ...build?.files, ...build?.rest };
  const wait = 3000; // milliseconds
  const atOnce = 6; // files that are loaded at the same time

  // addressOf returns where a file is loaded from and kept. The checksum makes
  // sure that no cache on the way answers with an older file.
  const addressOf = (name) => `${root}${name.split("/").map(encodeURIComponent).join("/")}?${files[name]}`;

  // nameOf returns the listed file that an address stands for, if any. Hosts
  // call index.html by its folder, and some leave .html away.
  const nameOf = (url) => {
    let name = url.pathname.slice(new URL(root).pathname.length);
    try { name = decodeURIComponent(name); } catch { /* as it is */ }
    const names = [name, name === "" || name.endsWith("/") ? `${name}index.html` : `${name}.html`, `${name}/index.html`];
    return names.find((one) => Object.hasOwn(files, one));
  };

  // lasting reports whether no other content will ever have this name.
  const lasting = (name) => /-[0-9a-f]{8,10}\.[a-z0-9]+$/.test(name) && !name.endsWith(".html");

  const found = async (name) => (await caches.open(own)).match(addressOf(name));

  // keep puts a file into the cache, if it is the one that the build listed.
  // The response is a new one, as a page can't be shown with one that says that
  // the host sent the browser elsewhere.
  const keep = async (name, response) => {
    const bytes = await response.arrayBuffer();
    const digest = new DataView(await crypto.subtle.digest("SHA-256", bytes));
    const sum = digest.getUint32(0).toString(16).padStart(8, "0");
    if (sum !== files[name]) throw new Error(`the host's ${name} isn't that of this build`);
    await (await caches.open(own)).put(addressOf(name), new Response(bytes, { headers: response.headers }));
  };

  const load = async (name) => {
    if (!await found(name)) await keep(name, await fetch(addressOf(name), { cache: "reload" }));
  };

  const loadAll = async (names) => {
    const work = async () => {
      while (names.length) await load(names.pop());
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } finally {
      names.length = 0; // one failure ends the work of all
    }
  };

  const install = async () => {
    if (!build) return self.skipWaiting();
    await loadAll(Object.keys(build.files));
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (open.length <= 1) await self.skipWaiting();
  };

  // forget deletes what other builds kept. A guide in a folder of this one has
  // the start of its caches' names in common with it, but not all up to ":".
  const forget = async () => {
    const names = (await caches.keys()).filter((name) => name.slice(0, name.lastIndexOf(":") + 1) === prefix);
    await Promise.all(names.filter((name) => !build || name !== own).map((name) => caches.delete(name)));
    if (!build) return;
    const cache = await caches.open(own);
    const current = new Set(Object.keys(files).map(addressOf));
    const old = (await cache.keys()).filter(({ url }) => !current.has(url));
    await Promise.all(old.map((request) => cache.delete(request)));
  };

  const activate = async () => {
    await forget();
    return build ? self.clients.claim() : self.registration.unregister();
  };

  // ask asks the host.
  const ask = async (request, name) => {
    const response = await fetch(request);
    // Neither a wrong file nor a full disk keeps it from being shown.
    if (Object.hasOwn(build.rest ?? {}, name)) keep(name, response.clone()).catch(() => {});
    return response;
  };

  // Pages that came from the cache load from it alone: what the host has may be
  // of another build.
  const shown = new Set();

  const kept = async (event, name) => {
    const response = await found(name);
    if (response && event.resultingClientId) shown.add(event.resultingClientId);
    return response;
  };

  const keptFirst = async (event, name) => (await found(name)) || ask(event.request, name);

  const newestFirst = async (event, name) => {
    // The browser's own cache may think that what it has is new enough.
    const asked = ask(new Request(event.request, { cache: "no-cache" }), name);
    const late = new Promise((done) => { setTimeout(done, wait); });
    try {
      const response = await Promise.race([asked, late]);
      if (response?.status < 500) return response;
    } catch { /* there is no connection */ }
    return (await kept(event, name)) || asked.catch(() => Response.error());
  };

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(root) || request.headers.has("range")) return;
    const name = nameOf(new URL(request.url));
    if (name === undefined) return;
    const cacheFirst = lasting(name) || (request.mode !== "navigate" && shown.has(event.clientId));
    event.respondWith(cacheFirst ? keptFirst(event, name) : newestFirst(event, name));
  });
})();
