// Reads a zip file by the list of entries at its end, and unpacks those that
// are asked for. inflate.js comes before. What is too much or too strange for a
// document to fill is refused: it throws {problem}, or an error where a number
// leads out of the file.
(() => {
  "use strict";

  const opas = window.opas;
  const entriesMost = 2000;
  const unpackedMost = 8 * 1024 * 1024;
  const endSign = 0x06054b50;
  const entrySign = 0x02014b50;
  const fileSign = 0x04034b50;

  // findEnd returns where the record at the end begins; a comment of up to
  // 65,535 bytes may follow it.
  const findEnd = (view) => {
    const last = view.byteLength - 22;
    for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === endSign) return at;
    throw { problem: "file-damaged" };
  };

  // list returns the entries by name.
  const list = (view, bytes) => {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    // Larger numbers stand in records of zip64, which no form needs.
    if (count > entriesMost || at === 0xffffffff) throw { problem: "file-damaged" };
    const entries = new Map();
    for (let i = 0; i < count; i++) {
      const two = (offset) => view.getUint16(at + offset, true);
      const four = (offset) => view.getUint32(at + offset, true);
      if (four(0) !== entrySign) throw { problem: "file-damaged" };
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + two(28)));
      entries.set(name, { locked: (two(8) & 1) === 1, method: two(10), packed: four(20), size: four(24), offset: four(42) });
      at += 46 + two(28) + two(30) + two(32);
    }
    return entries;
  };

  // opas.unzip returns has, which reports whether a file is in the zip, and
  // read, which returns its bytes.
  opas.unzip = (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = list(view, bytes);
    let left = unpackedMost;

    const read = async (name) => {
      const { locked, method, packed, size, offset } = entries.get(name);
      if (locked) throw { problem: "file-locked" };
      left -= size;
      if (left < 0 || view.getUint32(offset, true) !== fileSign) throw { problem: "file-damaged" };
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      const data = bytes.subarray(start, start + packed);
      if (data.length !== packed || (method !== 0 && method !== 8)) throw { problem: "file-damaged" };
      return method === 0 ? data : opas.inflate(data, "deflate-raw", size);
    };

    return { has: (name) => entries.has(name), read };
  };
})();
