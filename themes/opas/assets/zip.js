// Writes a zip file. What goes into it isn't packed tighter: a table of plans
// is small.
(() => {
  "use strict";

  const opas = window.opas;

  // crc is the checksum that zip files have, bit by bit.
  const crc = (bytes) => {
    let sum = -1;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
  };

  // record writes numbers of two or four bytes, as [bytes, number].
  const record = (...numbers) => {
    const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, number] of numbers) {
      if (size === 2) view.setUint16(at, number, true);
      else view.setUint32(at, number, true);
      at += size;
    }
    return new Uint8Array(view.buffer);
  };

  // dated is a time as zip files have it, in two numbers.
  const dated = (at) => [
    [2, (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)],
    [2, ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()],
  ];

  // opas.zip returns the parts of a zip file of texts, given as [name, text].
  opas.zip = (files, at) => {
    const encoder = new TextEncoder();
    const parts = [];
    const list = [];
    let offset = 0;
    for (const [name, text] of files) {
      const [title, data] = [encoder.encode(name), encoder.encode(text)];
      // Names are in UTF-8, and what follows is as it is.
      const about = [[2, 20], [2, 0x800], [2, 0], ...dated(at), [4, crc(data)], [4, data.length], [4, data.length], [2, title.length], [2, 0]];
      const head = record([4, 0x04034b50], ...about);
      parts.push(head, title, data);
      list.push(record([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
      offset += head.length + title.length + data.length;
    }
    const size = list.reduce((sum, part) => sum + part.length, 0);
    return [...parts, ...list, record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0])];
  };
})();
