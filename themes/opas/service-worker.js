// Keeps the guide in the reader's browser, so that it opens without a
// connection after the first visit. The build writes a line before this:
//
//   const build = {"version": "…", "files": {"index.html": "0a1b2c3d", …}};
//
// or "null" if nothing is to be kept any more.
//
// Each build has a cache of its own, named after the folder of the guide and
// the version, with all files of the list in it. What hasn't changed is taken
// from the cache of the build before. While there is a connection, pages come
// from the host and only what has the hash of its content in its name comes
// from the cache: a page is never older than what it loads. Without a
// connection, or if the host lets the reader wait, all of it comes from the
// cache of one build.
//
// A new worker takes over when its cache is complete: at once if the reader
// has one page of the guide open, which is that of the new build, else when
// the others are closed, as they may still load parts of the old one.
(() => {
  "use strict";

  const root = new URL("./", location).href;
  const prefix = `opas:${new URL(root).pathname}:`;
  const own = prefix + (build ? build.version : "");
  const files = build ? build.files : {};
  // The list of a complete cache is kept at the address of the worker itself.
  const list = location.href;
  const wait = 3000; // milliseconds
  const atOnce = 6; // files that are loaded at the same time

  const addressOf = (name) => root + name.split("/").map(encodeURIComponent).join("/");

  // nameOf gives the file that an address stands for. Hosts call index.html by
  // its folder, and some leave .html away.
  const nameOf = (url) => {
    let name = url.pathname.slice(new URL(root).pathname.length);
    try { name = decodeURIComponent(name); } catch { /* as it is */ }
    const names = [name, name === "" || name.endsWith("/") ? `${name}index.html` : `${name}.html`, `${name}/index.html`];
    return names.find((one) => Object.hasOwn(files, one)) ?? name;
  };

  // lasting tells of names that no other content will ever have.
  const lasting = (name) => /-[0-9a-f]{8,10}\.[a-z0-9]+$/.test(name) && !name.endsWith(".html");

  const found = async (name) => (await caches.open(own)).match(addressOf(name));

  // plain takes away that the host sent the browser elsewhere: a page can't be
  // shown with that.
  const plain = async (response) => (response.redirected
    ? new Response(await response.blob(), { status: response.status, headers: response.headers })
    : response);

  const others = async () => (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);

  // before gives the complete caches of other builds with their lists.
  const before = async () => {
    const complete = [];
    for (const name of await others()) {
      const cache = await caches.open(name);
      const kept = await cache.match(list);
      if (kept) complete.push({ cache, files: await kept.json() });
    }
    return complete;
  };

  // load asks the host for a file, and no cache on the way that may have an
  // older one.
  const load = async (name) => {
    const response = await fetch(`${addressOf(name)}?${files[name]}`, { cache: "reload" });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return plain(response);
  };

  // fill puts a file into the cache, unless it is there from an installation
  // that was broken off.
  const fill = async (cache, name, olders) => {
    const address = addressOf(name);
    if (await cache.match(address)) return;
    const same = olders.find((older) => older.files[name] === files[name]);
    await cache.put(address, (same && await same.cache.match(address)) || await load(name));
  };

  const install = async () => {
    if (!build) return self.skipWaiting();
    const cache = await caches.open(own);
    const olders = await before();
    const names = Object.keys(files);
    const work = async () => {
      for (let name = names.pop(); name !== undefined; name = names.pop()) await fill(cache, name, olders);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await cache.put(list, new Response(JSON.stringify(files)));
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (open.length <= 1) await self.skipWaiting();
  };

  const activate = async () => {
    await Promise.all((await others()).map((name) => caches.delete(name)));
    if (!build) return self.registration.unregister();
    return self.clients.claim();
  };

  // ask asks the host. What isn't on the list, because the guide is too big to
  // be kept as a whole, is kept when it comes by.
  const ask = async (request, name) => {
    const response = await fetch(request);
    if (!Object.hasOwn(files, name) && response.status === 200) {
      const copy = await plain(response.clone());
      // A full disk doesn't keep the page from being shown.
      (await caches.open(own)).put(addressOf(name), copy).catch(() => {});
    }
    return response;
  };

  const keptFirst = async (request, name) => (await found(name)) || ask(request, name);

  const newestFirst = async (request, name) => {
    // The browser's own cache may think that what it has is new enough.
    const asked = ask(new Request(request, { cache: "no-cache" }), name);
    const late = new Promise((done) => { setTimeout(done, wait); }).then(() => found(name)).then((kept) => kept || asked);
    late.catch(() => {});
    try {
      const response = await Promise.race([asked, late]);
      return response.status < 500 ? response : (await found(name)) || response;
    } catch {
      return (await found(name)) || Response.error();
    }
  };

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const isOwn = request.method === "GET" && request.url.startsWith(root);
    if (!build || !isOwn || request.headers.has("range")) return;
    const name = nameOf(new URL(request.url));
    event.respondWith(lasting(name) ? keptFirst(request, name) : newestFirst(request, name));
  });
})();
