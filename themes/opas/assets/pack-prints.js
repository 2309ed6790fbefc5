// The prints of a pack for so many people at so many tables: one for the leader,
// one for each table and one for each person, whose copies the printer makes,
// for then each begins on a sheet of its own, on both sides of the paper too.
// Cards that are cut are a print of their own, whose sheets hold those of all.
//
// How many pages a print takes is the sum of what the build says of its items
// and of the sheets that cards are cut from. What isn't known, and letters that
// are large, take so many pages at least. In two languages all takes twice as
// much, but question cards: they have the other language on their backs; and what
// the cover says of many readers has a page for each language. Before it come
// tools.js, card-sheets.js and cut-sheets.js.
(() => {
  "use strict";

  const opas = window.opas;
  const seats = 5;
  // A cover that lists more goes on on a second page.
  const covered = 20;

  const whole = (text, most) => {
    const number = Math.floor(Number(text));
    return number >= 1 && number <= most ? number : 0;
  };

  // counts returns how many people and tables there are, or nothing if that
  // isn't known. Tables that aren't counted have five seats.
  const counts = (people, tables) => {
    const count = whole(people, 500);
    return count && { leader: 1, table: whole(tables, 100) || Math.ceil(count / seats), person: count };
  };

  const sheets = ({ cards, perSheet }, sets) => (perSheet ? opas.cutCount(cards, perSheet, sets) / perSheet : cards * sets / opas.cardRows(cards * sets, 1));

  // sizeOf returns how many pages items take, and whether that is the least.
  const sizeOf = (items, count, { large, cover, languages }) => {
    const times = ({ cards, perSheet }) => (cards && !perSheet ? 1 : languages);
    const pages = items.map((item) => times(item) * (item.cards ? Math.ceil(sheets(item, count ? count[item.reader] : 1)) : item.pages || 1));
    return {
      pages: pages.reduce((sum, more) => sum + more, cover ? (count ? languages : 1) : 0),
      least: items.some((item) => !item.cards && (large || !item.pages)) || (cover && (large || items.length * (count ? 1 : languages) > covered)),
    };
  };

  // packPrintsIn says all of this by the words of a language.
  opas.packPrintsIn = (word) => {
    const pagesIn = (number) => (number === 1 ? word("page") : word("pages", { number }));
    const said = ({ pages, least }, copies = 1) => {
      const text = copies > 1 ? word("times", { pages: pagesIn(pages), copies, all: pagesIn(pages * copies) }) : pagesIn(pages);
      return least ? word("least", { pages: text }) : text;
    };

    const short = (item, cover) => item.title.replace(`${cover} – `, "");

    // prints returns the jobs in the order in which they are printed, each with
    // what it holds and takes; last the whole pack once, which is all there is
    // where nobody is counted. One item in two languages needs no cover.
    const prints = (items, count, { title, ...look }) => {
      const job = (name, own, what) => {
        const [copies, cover] = [(count && count[name]) || 1, name === "leader" || (name === "all" && (items.length > 1 || look.languages < 2 || title !== ""))];
        const size = sizeOf(own, count, { ...look, cover });
        return { name, copies, cover, size, items: own, text: `${(cover && what) || [...(cover ? [word("cover")] : []), ...own.map((item) => short(item, title))].join(", ")}: ${said(size, copies)}` };
      };
      if (!count) return [job("all", items, word("once"))];
      return [
        ...["leader", "table", "person"].map((name) => job(name, items.filter((item) => item.reader === name && !item.cards))),
        job("cut", items.filter((item) => item.cards)),
      ].filter((print) => print.items.length > 0 || print.cover).concat(job("all", items, word("once-for", { people: count.person, tables: count.table })));
    };

    // total says how much paper the prints of all readers take.
    const total = (jobs) => {
      const own = jobs.filter(({ name }) => name !== "all");
      return word("total", { pages: said({ pages: own.reduce((sum, { size, copies }) => sum + size.pages * copies, 0), least: own.some(({ size }) => size.least) }) });
    };

    // list says on the cover of a title who gets what, how much paper that is, and
    // how it is printed.
    const list = (items, count, { title, ...look }) => {
      const jobs = prints(items, count, { title, ...look });
      const group = (reader) => {
        const job = jobs.find(({ name, items: own }) => name === reader && own.length > 0);
        return word(`for-${reader}`, { count: count[reader] }) + (job ? `: ${said(job.size, job.copies)}${job.cover ? ` ${word("with-cover")}` : ""}` : "");
      };
      const line = (item) => (item.cards ? word("cut-item", { title: short(item, title), pages: said(sizeOf([item], count, { languages: look.languages })) }) : short(item, title));
      return {
        heading: word("check"),
        groups: ["leader", "table", "person"].map((reader) => [
          group(reader), items.filter((item) => item.reader === reader).map(line),
        ]).filter(([, titles]) => titles.length > 0),
        total: total(jobs),
        how: {
          heading: word("how"),
          texts: ["how-copies", "how-sides", ...(items.some((item) => item.cards) ? ["how-cut"] : [])].map((name) => word(name)),
        },
      };
    };

    return { counts, prints, total, list };
  };
  opas.packPrints = opas.packPrintsIn(opas.word);
})();
