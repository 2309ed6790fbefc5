// Loads what the build made of a page for packs: a script that calls
// opas.packItem with {id, lang, text, title, kind, view, paper, html}; text is the
// language of a page that isn't translated. A page that is opened as a file can
// fetch nothing else.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const given = new WeakMap();
  const known = new Map();

  opas.packItem = (item) => { given.set(document.currentScript, item); };

  const load = (src) => new Promise((done) => {
    const script = document.createElement("script");
    const end = () => {
      script.remove();
      if (!given.has(script)) known.delete(src);
      done(given.get(script));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    script.src = src;
    document.head.append(script);
  });

  // loadItem returns an item of a folder, or nothing if its script doesn't come.
  // One that didn't come is tried again the next time.
  opas.loadItem = (folder, id) => {
    const src = `${folder}/${encodeURI(id)}.js`;
    if (!known.has(src)) known.set(src, load(src));
    return known.get(src);
  };

  // itemPage returns the page of an item. Nothing in it runs.
  opas.itemPage = ({ html }) => new DOMParser().parseFromString(html, "text/html");

  // cardBacks returns the questions of an item of cards, in its language, as
  // backs by their numbers.
  opas.cardBacks = (item) => new Map([...opas.itemPage(item).querySelectorAll(".front")].map((face) => {
    face.classList.replace("front", "back");
    face.lang = item.lang;
    return [face.dataset.number, face];
  }));
})();
