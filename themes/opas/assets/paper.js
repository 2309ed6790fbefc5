// What papers that hold answers have in common: whose they are, of which day,
// and a name. The name stands at the foot of each sheet and, while they are
// printed, in the page's title, which a PDF is called by. Before this come
// tools.js and worksheet-fields.js.
(() => {
  "use strict";

  const opas = window.opas;
  const { word } = opas;
  const root = document.documentElement;
  const key = `sparrausopas:municipality:${root.dataset.guide}`;
  let given = "";

  // municipality returns whose papers these are: as the guide says, or else as
  // the reader said before.
  const own = () => document.querySelector("[data-municipality]").dataset.municipality;
  const municipality = () => { try { return own() || localStorage.getItem(key) || given; } catch { return given; } };

  // ask lets the reader say it, and reports whether that was done.
  const ask = async () => {
    const name = await opas.ask(word("paper-municipality-ask"), word("paper-municipality-yes"), municipality());
    if (!name) return false;
    given = name;
    try { localStorage.setItem(key, name); } catch { /* for this page alone, then */ }
    return true;
  };

  // known asks for the municipality where nobody has said it, and reports
  // whether it is known then.
  const known = async (asked = false) => (municipality() && !asked) || ask();

  // print prints once the municipality is known. A reader who named it may
  // change that. What must be ready is made by prepare.
  const print = async (prepare = () => {}, asked = false) => {
    if (!(await known(asked))) return;
    prepare();
    window.print();
    if (!own()) opas.notice(word("paper-municipality-is", { name: municipality() }), { actions: [["paper-municipality-change", () => print(prepare, true)]] });
  };

  // cell makes a cell of a table. Words stay whole, except those that are too
  // long for any column; the dash of an item stays with its word.
  opas.cell = (name, text) => opas.element(name, text.replace(/^([-–•]) /gm, "$1\u2060\u00a0"), /\S{25}/.test(text) ? "long" : "");

  opas.paper = {
    print,
    known,

    // dated writes whose a paper is, that it is of today, and what more is told.
    dated: (...more) => {
      const now = new Date();
      const day = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      return [municipality(), word("paper-dated", { day: opas.worksheetForm("date").say(day) }), ...more].filter(Boolean).join(" · ");
    },

    // name calls what is printed by its heading and by what prepare returns,
    // which is run before each printing.
    name: (heading, prepare) => {
      const { title } = document;
      const { footer } = root.dataset;
      window.addEventListener("beforeprint", () => {
        const name = [...new Set([heading, ...prepare()])].filter(Boolean).join(" – ");
        document.title = name;
        root.dataset.footer = name + footer.slice(heading.length);
      });
      window.addEventListener("afterprint", () => { document.title = title; });
    },
  };
})();
