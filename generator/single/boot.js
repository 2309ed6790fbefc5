// Shows a page of the guide out of the one file that it is in, as if it stood in
// a folder: the scripts of the site run as they are.
//
// The address names the page: guide.html?page=fi/malli/index.html&hl=kunta#top.
// A link to another page is one to this file with another page, so that the
// browser's back button, its tabs and its places on the page work by
// themselves. What scripts know as the address of a file is that of one in a
// folder named as this file: …/guide.html/assets/tools.js
//
// The files stand before this script, each in a script element of type
// text/plain: packed (data-size), perhaps with another file before it
// (data-after), or as bytes (data-type). All is ready before the browser says
// that the page is loaded.
(() => {
  "use strict";

  const self = location.href.split(/[?#]/)[0];
  const site = self + "/";
  const start = "index.html";
  const files = new Map([...document.querySelectorAll("script[data-name]")].map((file) => [file.dataset.name, file]));

  // Reading files

  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const unpacked = new Map();

  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt());

  // bytes returns what is in a packed file.
  const bytes = (name) => {
    if (!unpacked.has(name)) {
      const { dataset, textContent } = files.get(name);
      unpacked.set(name, window.inflate(bytesOf(textContent), Number(dataset.size), dataset.after && bytes(dataset.after)));
    }
    return unpacked.get(name);
  };

  const text = (name) => decoder.decode(bytes(name));

  // dataURL is the address of a file's own bytes.
  const dataURL = (name) => `data:${files.get(name).dataset.type};base64,${files.get(name).textContent}`;

  // style returns a style sheet with the files that it names in it. The policy
  // knows it by its checksum in this form.
  const style = (name) => text(name).replace(/url\(([\w.-]+)\)/g, (whole, file) => `url(${dataURL(name.replace(/[^/]*$/, file))})`);

  // Addresses

  const given = new URLSearchParams(location.search).get("page");
  const page = files.has(given) ? given : start;
  const base = new URL(page, site).href;

  // nameOf returns the name of the file that an address leads to, and what
  // stands behind it, or nothing if it isn't one of the site.
  const nameOf = (address) => {
    try {
      const url = new URL(address, base);
      return url.href.startsWith(site) ? { name: decodeURIComponent(url.pathname.slice(new URL(site).pathname.length)), url } : null;
    } catch {
      return null;
    }
  };

  // shown is the address of a page in this file.
  const shown = ({ name, url }) => `${self}?page=${encodeURIComponent(name).replaceAll("%2F", "/")}${url.search.replace("?", "&")}${url.hash}`;

  // Putting files into elements

  // absent says in the language of the page that a file isn't here, if the shell
  // has words for that.
  let language = "";
  const absent = () => {
    const words = document.querySelector(`meta[name=absent][lang="${language}"]`);
    return words ? ` (${words.content})` : "";
  };

  // lead makes a link of the site one that works here.
  const lead = (link) => {
    const href = link.getAttribute("href");
    const to = nameOf(href);
    if (!to || href.startsWith("#")) return;
    const file = files.get(to.name);
    if (file && !file.dataset.type) link.setAttribute("href", shown(to));
    else if (file) Object.assign(link, { href: dataURL(to.name), download: to.name.replace(/.*\//, "") });
    else {
      link.removeAttribute("href");
      link.append(absent());
    }
  };

  // stand puts a style sheet into the page.
  const stand = (link) => {
    const to = nameOf(link.getAttribute("href"));
    const made = document.createElement("style");
    made.media = link.media;
    made.textContent = style(to.name);
    link.replaceWith(made);
  };

  const show = (element, attribute) => {
    const to = nameOf(element.getAttribute(attribute));
    if (!to) return;
    if (files.has(to.name)) element.setAttribute(attribute, dataURL(to.name));
    else element.removeAttribute(attribute);
  };

  // rules say what is done to which elements of a page.
  const rules = {
    "noscript, meta[charset], meta[http-equiv], link[rel=apple-touch-icon]": (element) => element.remove(),
    "link[rel=stylesheet]": stand,
    "link[rel=icon]": (link) => show(link, "href"),
    "img[src]": (picture) => show(picture, "src"),
    "a[href], area[href]": lead,
    "form[action]": (form) => { form.action = new URL(form.getAttribute("action"), base); },
  };

  // settle makes a document, or a part of one, such that it asks for nothing.
  const settle = (root) => {
    for (const selector in rules) for (const element of root.querySelectorAll(selector)) rules[selector](element);
    for (const { content } of root.querySelectorAll("template")) settle(content);
  };

  // What the browser does otherwise for pages in a folder

  // Pages that scripts make of texts are settled before they go anywhere.
  const { parseFromString } = DOMParser.prototype;
  DOMParser.prototype.parseFromString = function (text, type) {
    const made = parseFromString.call(this, text, type);
    if (type === "text/html") settle(made);
    return made;
  };

  // A script that is given an address has the text of the file, which the policy
  // knows, and runs when it is put into the page.
  const addresses = new WeakMap();
  Object.defineProperty(HTMLScriptElement.prototype, "src", {
    get() { return addresses.get(this) ?? ""; },
    set(address) {
      const to = nameOf(address);
      const here = to && files.has(to.name);
      addresses.set(this, new URL(address, base).href);
      if (here) this.textContent = text(to.name);
      queueMicrotask(() => this.dispatchEvent(new Event(here ? "load" : "error")));
    },
  });

  // A page that changes its address stays the page that it is.
  const { replaceState } = history;
  history.replaceState = (state, unused, address) => {
    const url = new URL(address ?? location, location);
    if (given && !url.searchParams.has("page")) url.search = `?page=${given}${url.search.replace("?", "&")}`;
    replaceState.call(history, state, unused, url);
  };

  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.hasAttribute("action")) return;
    event.preventDefault();
    location.href = shown(nameOf(`${form.action}?${new URLSearchParams(new FormData(form))}`));
  });

  // Scripts make links to the pages of the site, and change those that are there.
  new MutationObserver((changes) => {
    for (const { target, type } of changes) {
      if (type === "childList") target.querySelectorAll("a[href]").forEach(lead);
      else if (target.matches("a[href]")) lead(target);
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["href"] });

  // Showing the page

  const made = parseFromString.call(new DOMParser(), text(page), "text/html");
  language = made.documentElement.lang;
  settle(made);
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of made.documentElement.attributes) root.setAttribute(name, value);
  document.querySelector("title").remove();
  document.head.append(...document.adoptNode(made.head).childNodes);
  document.body.replaceWith(document.adoptNode(made.body));
  // What their data says is of files that only hosts have: the manifest and the
  // service worker.
  for (const waiting of document.querySelectorAll("script[src]")) {
    const script = document.createElement("script");
    script.src = waiting.getAttribute("src");
    waiting.replaceWith(script);
  }
})();
