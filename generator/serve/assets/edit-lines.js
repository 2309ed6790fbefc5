// The difference between two texts, line by line: [sign, line] with the sign "+"
// for a line of the second text alone, "-" for one of the first, " " for both.
preview.lines = (() => {
  // The longest common lines are looked for between the parts that are the same;
  // where that would take too long, those are taken for exchanged as a whole.
  const most = 4e6;

  function middle(a, b) {
    if (a.length * b.length > most) return [...a.map((line) => ["-", line]), ...b.map((line) => ["+", line])];
    const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    const list = [];
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
      if (i < a.length && j < b.length && a[i] === b[j]) list.push([" ", a[i++], j++]);
      else if (j === b.length || i < a.length && length[i + 1][j] >= length[i][j + 1]) list.push(["-", a[i++]]);
      else list.push(["+", b[j++]]);
    }
    return list;
  }

  function differ(first, second) {
    const a = first.split("\n");
    const b = second.split("\n");
    let head = 0;
    while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
    const same = (line) => [" ", line];
    return [...a.slice(0, head).map(same), ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...a.slice(a.length - tail).map(same)];
  }

  // Lines that are the same show only near one that isn't.
  const near = 2;

  function show(element, first, second) {
    const list = differ(first, second);
    const changed = list.map(([sign]) => sign !== " ");
    element.replaceChildren(...list.flatMap(([sign, line], i) => {
      if (!changed.slice(Math.max(0, i - near), i + near + 1).includes(true)) return [];
      const part = document.createElement({ "+": "ins", "-": "del" }[sign] || "span");
      part.textContent = line + "\n";
      return [part];
    }));
    return changed.includes(true);
  }

  return { show };
})();
