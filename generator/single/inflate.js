// Unpacks what is packed by DEFLATE (RFC 1951). Browsers can do that themselves,
// but not before the page is loaded.
(() => {
  "use strict";

  // codes returns the Huffman code of symbols with codes of these lengths: how
  // many codes there are of each length, and the symbols in their order.
  const codes = (lengths) => {
    const counts = new Uint16Array(16);
    for (const length of lengths) counts[length]++;
    counts[0] = 0;
    const symbols = [];
    for (let length = 1; length < 16; length++) lengths.forEach((own, symbol) => { if (own === length) symbols.push(symbol); });
    return { counts, symbols };
  };

  const repeat = (...runs) => runs.flatMap(([length, times]) => Array(times).fill(length));
  const fixed = [codes(repeat([8, 144], [9, 112], [7, 24], [8, 8])), codes(repeat([5, 30]))];

  // steps returns the first value of each symbol that stands for a range, and how
  // many bits behind it tell which value is meant.
  const steps = (first, extra) => {
    const firsts = [];
    for (const bits of extra) {
      firsts.push(first);
      first += 1 << bits;
    }
    return [firsts, extra];
  };
  const lengths = steps(3, repeat([0, 8], [1, 4], [2, 4], [3, 4], [4, 4], [5, 4]));
  lengths[0].push(258);
  lengths[1].push(0);
  const distances = steps(1, repeat([0, 4], ...Array.from({ length: 13 }, (none, i) => [i + 1, 2])));
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  // inflate returns the bytes that are packed, of which there are so many. They
  // may repeat what is in others, which stand before them.
  window.inflate = (packed, size, before = []) => {
    const out = new Uint8Array(before.length + size);
    out.set(before);
    let at = 0, held = 0, bits = 0, to = before.length;

    const take = (count) => {
      while (bits < count) {
        held |= packed[at++] << bits;
        bits += 8;
      }
      const value = held & (1 << count) - 1;
      held >>>= count;
      bits -= count;
      return value;
    };

    const symbol = ({ counts, symbols }) => {
      for (let code = 0, first = 0, index = 0, length = 1; ; length++) {
        code |= take(1);
        const count = counts[length];
        if (code - count < first) return symbols[index + code - first];
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
    };

    const range = ([firsts, extra], which) => firsts[which] + take(extra[which]);

    // described reads the codes of a block that brings its own.
    const described = () => {
      const [literals, far, count] = [take(5) + 257, take(5) + 1, take(4) + 4];
      const own = Array(19).fill(0);
      for (let i = 0; i < count; i++) own[order[i]] = take(3);
      const code = codes(own);
      const all = [];
      while (all.length < literals + far) {
        const next = symbol(code);
        if (next < 16) all.push(next);
        else if (next === 16) all.push(...repeat([all.at(-1), 3 + take(2)]));
        else all.push(...repeat([0, next === 17 ? 3 + take(3) : 11 + take(7)]));
      }
      return [codes(all.slice(0, literals)), codes(all.slice(literals))];
    };

    const stored = () => {
      held = bits = 0;
      const length = packed[at] | packed[at + 1] << 8;
      at += 4;
      out.set(packed.subarray(at, at += length), to);
      to += length;
    };

    const block = ([literals, far]) => {
      for (let next; (next = symbol(literals)) !== 256; ) {
        if (next < 256) {
          out[to++] = next;
          continue;
        }
        const length = range(lengths, next - 257);
        const from = to - range(distances, symbol(far));
        for (let i = 0; i < length; i++) out[to++] = out[from + i];
      }
    };

    for (let last = 0; !last; ) {
      last = take(1);
      const kind = take(2);
      if (kind === 0) stored();
      else block(kind === 1 ? fixed : described());
    }
    return out.subarray(before.length);
  };
})();
