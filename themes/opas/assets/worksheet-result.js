// What a self-assessment says at a glance: how the questions of each area were
// rated, as bars and in words, and which of them are lowest. It stands after the
// last question that is rated, on paper too, as long as there is a rating; a
// link in the bar leads to it and says how many questions are rated.
// worksheet.js, which comes before, has it shown again after each change.
(() => {
  "use strict";

  const opas = window.opas;
  const { word, element } = opas;
  const scales = [...document.querySelectorAll("form.worksheet .scale[data-area]")];
  const number = (value) => value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  // short returns what a question is called where there is little room: as the
  // reason below it is, if there is one.
  const short = (scale) => {
    const reason = scale.nextElementSibling?.matches(".answer") ? scale.nextElementSibling : null;
    return opas.clean((reason?.querySelector(".about, label:not(:has(.about))") || scale.querySelector("legend")).textContent);
  };

  // rated returns the questions of an area with their points.
  const rated = (area) => scales.filter((scale) => scale.dataset.area === area).map((scale) => {
    const chosen = scale.querySelector("input:checked");
    return { scale, points: chosen ? Number(chosen.value) : 0 };
  });

  // lowest returns the questions of an area that have the least points, if
  // others have more.
  const lowest = (area) => {
    const done = rated(area).filter(({ points }) => points);
    const least = Math.min(...done.map(({ points }) => points));
    const found = done.filter(({ points }) => points === least);
    return found.length < done.length ? found : [];
  };

  // bar draws a mean on a scale of so many points.
  const bar = (mean, most) => {
    const draw = (name, values) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const key of Object.keys(values)) made.setAttribute(key, values[key]);
      return made;
    };
    const width = 120;
    const picture = draw("svg", { viewBox: `0 0 ${width} 16`, width, height: 16, "aria-hidden": "true" });
    picture.append(draw("rect", { class: "whole", x: 0.5, y: 2.5, width: width - 1, height: 11 }), draw("rect", { class: "mean", x: 0, y: 2, width: (mean / most) * width, height: 12 }));
    for (let point = 1; point < most; point++) picture.append(draw("path", { d: `M${(point / most) * width} 0v16` }));
    return picture;
  };

  // line says in a row of the table how an area was rated.
  const line = (area) => {
    const all = rated(area);
    const done = all.filter(({ points }) => points);
    const mean = done.reduce((sum, { points }) => sum + points, 0) / done.length;
    const [{ scale }] = all;
    const row = element("tr", undefined, `area-${area}`);
    const head = element("th", scale.dataset.areaTitle);
    head.scope = "row";
    const picture = element("td", done.length ? `${number(mean)} ` : "–");
    if (done.length) picture.append(bar(mean, scale.querySelectorAll("input").length));
    row.append(head, element("td", `${done.length}/${all.length}`), picture);
    return row;
  };

  const section = element("section", undefined, "result");
  const heading = element("h2", word("result"));
  heading.id = "result";
  section.setAttribute("aria-labelledby", heading.id);
  const table = element("table");
  const frame = element("div", undefined, "table");
  // It may be wider than a window, and is then moved by keys.
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-labelledby", heading.id);
  frame.append(table);
  const low = element("p", word("result-lowest"), "low");
  const list = element("ul");
  section.append(heading, frame, low, list);
  const head = table.createTHead().insertRow();
  head.append(...["area", "rated", "mean"].map((name) => {
    const cell = element("th", word(`result-${name}`));
    cell.scope = "col";
    return cell;
  }));
  const body = table.createTBody();
  const last = scales[scales.length - 1];
  (last.nextElementSibling?.matches(".answer") ? last.nextElementSibling : last).after(section);

  const link = element("a", undefined, "to-result");
  link.href = `#${heading.id}`;
  const count = element("span");
  link.append(element("span", word("result-short")), " ", count);
  document.querySelector(".bar .state").after(link);

  // opas.worksheetResult shows the result of what is chosen now.
  opas.worksheetResult = () => {
    const done = scales.filter((scale) => scale.querySelector("input:checked")).length;
    section.hidden = link.hidden = done === 0;
    count.textContent = `${done}/${scales.length}`;
    const areas = [...new Set(scales.map((scale) => scale.dataset.area))];
    body.replaceChildren(...areas.map(line));
    list.replaceChildren(...areas.flatMap(lowest).map(({ scale, points }) => element("li", `${short(scale)}: ${points}`)));
    low.hidden = list.hidden = !list.hasChildNodes();
  };
  opas.worksheetResult();
})();
