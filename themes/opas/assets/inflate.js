// Unpacks what is packed in a document that somebody returns, no more of it
// than can be there: a small file may hold gigabytes of nothing.
(() => {
  "use strict";

  const opas = window.opas;

  // open returns the browser's own unpacker of a format. Older ones have none.
  const open = (format) => {
    try { return new DecompressionStream(format); } catch { throw { problem: "file-old-browser" }; }
  };

  // opas.inflate returns at most so many bytes, packed as "deflate" or
  // "deflate-raw". It throws {problem} or, where they are broken, an error.
  opas.inflate = async (bytes, format, most) => {
    const reader = new Blob([bytes]).stream().pipeThrough(open(format)).getReader();
    const parts = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      size += value.length;
      if (size > most) {
        reader.cancel().catch(() => {});
        throw { problem: "file-damaged" };
      }
      parts.push(value);
    }
  };
})();
