// The prints of a pack for so many people at so many tables: one for the leader,
// one for each table and one for each person, whose copies the printer makes,
// for then each begins on a sheet of its own, on both sides of the paper too.
// Cards that are cut are a print of their own, whose sheets hold those of all.
// tools.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;
  const { word } = opas;
  const seats = 5;

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

  // prints returns the jobs in the order in which they are printed.
  const prints = (items, count) => [
    ...["leader", "table", "person"].map((name) => ({ name, copies: count[name], items: items.filter((item) => item.reader === name && !item.cut) })),
    { name: "cut", copies: 1, items: items.filter((item) => item.cut) },
  ].filter((print) => print.items.length > 0 || print.name === "leader");

  // list says on the cover of a title who gets what, and how it is printed.
  const list = (items, count, cover) => ({
    heading: word("check"),
    groups: ["leader", "table", "person"].map((reader) => [
      word(`for-${reader}`, { count: count[reader] }),
      items.filter((item) => item.reader === reader).map((item) => {
        const title = item.title.replace(`${cover} – `, "");
        return item.cut ? word("cut-item", { title }) : title;
      }),
    ]).filter(([, titles]) => titles.length > 0),
    how: {
      heading: word("how"),
      texts: ["how-copies", "how-sides", ...(items.some((item) => item.cut) ? ["how-cut"] : [])].map((name) => word(name)),
    },
  });

  opas.packPrints = { counts, prints, list };
})();
