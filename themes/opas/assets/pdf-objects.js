// Collects the objects of a PDF, whatever program wrote it last. pdf-tokens.js
// and inflate.js come before. It goes by the order of the file, not by its lists
// of places: a program that fills a form writes what it changed behind what was
// there, so the last definition of an object counts.
(() => {
  "use strict";

  const opas = window.opas;
  const objectsMost = 200000;
  const unpackedMost = 16 * 1024 * 1024;
  const ending = [...new TextEncoder().encode("endstream")];

  const isAt = (bytes, place) => ending.every((byte, i) => bytes[place + i] === byte);
  const lineEnd = (a, b) => (a === 13 && b === 10 ? 2 : Number(b === 10 || b === 13));
  const nameOf = (dictionary, key) => (dictionary instanceof Map ? dictionary.get(key)?.name : undefined);

  // endOf returns where the data of a stream ends that begins at a place: where
  // it says, if that holds, or else before the next word for its end.
  const endOf = (bytes, start, length) => {
    for (const more of [0, 1, 2]) if (Number.isInteger(length) && length >= 0 && isAt(bytes, start + length + more)) return start + length;
    for (let place = bytes.indexOf(ending[0], start); place >= 0; place = bytes.indexOf(ending[0], place + 1)) {
      if (isAt(bytes, place)) return Math.max(start, place - lineEnd(bytes[place - 2], bytes[place - 1]));
    }
    throw { problem: "file-damaged" };
  };

  // scan returns what is defined in the file, in order: {number, value, data}
  // of objects, {trailer} of what stands at the end of each version.
  const scan = (bytes) => {
    const tokens = opas.pdfTokens(bytes);
    const found = [];
    const lengths = new Map();
    // The data begins behind the end of the line.
    const dataFrom = (place, length) => {
      const start = place + (bytes[place] === 13) + (bytes[place + (bytes[place] === 13)] === 10);
      const end = endOf(bytes, start, length?.ref === undefined ? length : lengths.get(length.ref));
      tokens.at = end;
      return bytes.subarray(start, end);
    };
    const object = (number) => {
      const value = tokens.next();
      if (typeof value === "number") lengths.set(number, value);
      const one = { number, value };
      const after = tokens.at;
      if (tokens.next()?.word === "stream" && value instanceof Map) one.data = dataFrom(tokens.at, value.get("Length"));
      else tokens.at = after;
      found.push(one);
      if (found.length > objectsMost) throw { problem: "file-damaged" };
    };
    let before = [];
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (token?.word === "obj") object(before[0]);
      else if (token?.word === "trailer") found.push({ trailer: tokens.next() });
      before = [before[1], token];
    }
    return found;
  };

  // unpack returns the objects within a stream of objects, which stand there in
  // the order of their places.
  const unpack = async ({ value, data }, most) => {
    const filter = [value.get("Filter")].flat()[0]?.name;
    const bytes = filter === "FlateDecode" ? await opas.inflate(data, "deflate", most) : data;
    const tokens = opas.pdfTokens(bytes);
    const places = [];
    for (let i = 0; i < value.get("N") && tokens.at < bytes.length; i++) places.push([tokens.next(), tokens.next()]);
    const objects = places.map(([number, place]) => {
      tokens.at = Math.max(tokens.at, value.get("First") + place);
      return { number, value: tokens.next() };
    });
    return { objects, size: bytes.length };
  };

  // opas.pdfObjects returns get, which follows references to what they name, and
  // the root of the document.
  opas.pdfObjects = async (bytes) => {
    const found = scan(bytes);
    const objects = new Map();
    let left = unpackedMost;
    let root;
    const trailers = found.map(({ trailer, value }) => trailer || (nameOf(value, "Type") === "XRef" && value)).filter((about) => about instanceof Map);
    // This stands behind what can't be unpacked for it.
    if (trailers.some((about) => about.has("Encrypt"))) throw { problem: "file-locked" };
    for (const about of trailers) if (about.has("Root")) root = about.get("Root");
    for (const one of found) {
      if (one.number !== undefined) objects.set(one.number, one);
      if (!one.data || nameOf(one.value, "Type") !== "ObjStm") continue;
      const { objects: within, size } = await unpack(one, left);
      left -= size;
      for (const other of within) objects.set(other.number, other);
    }
    const get = (value) => (value?.ref === undefined ? value : objects.get(value.ref)?.value);
    return { get, root: get(root) };
  };
})();
