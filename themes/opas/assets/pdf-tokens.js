// Reads the objects that a PDF is written in, one after another:
//
//	number, true, false, null   as in JavaScript
//	(text) <hex>                a string, as text
//	/Name                       {name}
//	[1 2]                       an array
//	<</Key 1>>                  a Map by the names of the keys
//	7 0 R                       {ref: 7}
//	obj, stream and other words {word}
//
// What isn't whole is thrown as {problem}.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const deepMost = 100;
  const isSpace = (byte) => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
  const isDelimiter = (byte) => "()<>[]{}/%".includes(String.fromCharCode(byte));
  const code = (sign) => sign.charCodeAt(0);

  // What PDFDocEncoding has that Latin 1 hasn't, from 0x18 and from 0x80.
  const low = "˘ˇˆ˙˝˛˚˜";
  const high = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€";
  const documentSign = (byte) => low[byte - 0x18] || high[byte - 0x80] || String.fromCharCode(byte);

  // textOf decodes a string by its first bytes. Marks of language within it,
  // between two signs of escape, are no text.
  const textOf = (bytes) => {
    const [a, b, c] = bytes;
    const decode = (name) => new TextDecoder(name).decode(Uint8Array.from(bytes)).replace(/\u001b[^\u001b]*\u001b/g, "");
    if (a === 0xfe && b === 0xff) return decode("utf-16be");
    if (a === 0xff && b === 0xfe) return decode("utf-16le");
    if (a === 0xef && b === 0xbb && c === 0xbf) return decode("utf-8");
    return bytes.map(documentSign).join("");
  };

  const constants = new Map([["true", true], ["false", false], ["null", null]]);
  const escapes = { n: 10, r: 13, t: 9, b: 8, f: 12 };

  // opas.pdfTokens reads bytes from a place on: next returns the next object,
  // or undefined at the end; at is where it stands.
  opas.pdfTokens = (bytes, at = 0) => {
    const damaged = () => ({ problem: "file-damaged" });

    const skip = () => {
      for (; at < bytes.length; at++) {
        if (bytes[at] === code("%")) while (at + 1 < bytes.length && bytes[at + 1] !== 10 && bytes[at + 1] !== 13) at++;
        else if (!isSpace(bytes[at])) return;
      }
    };

    const regular = () => {
      const start = at;
      while (at < bytes.length && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) at++;
      return String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 1000)));
    };

    // escaped adds what stands behind a backslash: a sign, up to three octal
    // digits, or the end of a line, which is none.
    const escaped = (into) => {
      const sign = String.fromCharCode(bytes[at++]);
      if (sign >= "0" && sign <= "7") {
        let octal = sign;
        while (octal.length < 3 && bytes[at] >= 48 && bytes[at] <= 55) octal += String.fromCharCode(bytes[at++]);
        into.push(parseInt(octal, 8) & 255);
      } else if (sign === "\r") at += bytes[at] === 10;
      else if (sign !== "\n") into.push(escapes[sign] ?? code(sign));
    };

    const literal = () => {
      const into = [];
      for (let open = 1; ;) {
        if (at >= bytes.length) throw damaged();
        const byte = bytes[at++];
        if (byte === code("\\")) {
          escaped(into);
          continue;
        }
        if (byte === code("(")) open++;
        if (byte === code(")") && --open === 0) return textOf(into);
        into.push(byte);
      }
    };

    const hex = () => {
      const end = bytes.indexOf(code(">"), at);
      if (end < 0) throw damaged();
      let digits = "";
      for (; at < end; at++) if (!isSpace(bytes[at])) digits += String.fromCharCode(bytes[at]);
      at++;
      return textOf((digits.match(/..?/g) || []).map((pair) => parseInt(pair.padEnd(2, "0"), 16)));
    };

    const name = () => {
      const text = regular().replace(/#([0-9a-f]{2})/gi, (_, pair) => String.fromCharCode(parseInt(pair, 16)));
      try { return { name: new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, code)) }; } catch { return { name: text }; }
    };

    const word = () => {
      const text = regular();
      if (text === "") return { word: String.fromCharCode(bytes[at++]) };
      if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
      return constants.has(text) ? constants.get(text) : { word: text };
    };

    // list reads up to a closing word.
    const list = (closing, deep) => {
      if (deep > deepMost) throw damaged();
      const into = [];
      for (;;) {
        const value = next(deep);
        if (value === undefined) throw damaged();
        if (value?.word === closing) return into;
        if (value?.word === "R") into.splice(-2, 2, { ref: into.at(-2) });
        else into.push(value);
      }
    };

    const dictionary = (deep) => {
      const values = list(">>", deep);
      const into = new Map();
      for (let i = 0; i + 1 < values.length; i += 2) into.set(values[i]?.name, values[i + 1]);
      return into;
    };

    const next = (deep = 0) => {
      skip();
      if (at >= bytes.length) return undefined;
      const pair = String.fromCharCode(bytes[at], bytes[at + 1]);
      if (pair === "<<" || pair === ">>") {
        at += 2;
        return pair === "<<" ? dictionary(deep + 1) : { word: pair };
      }
      const read = { "(": literal, "<": hex, "/": name, "[": () => list("]", deep + 1) }[pair[0]];
      if (!read) return word();
      at++;
      return read();
    };

    return { next, get at() { return at; }, set at(place) { at = place; } };
  };
})();
