// Reads a worksheet that was filled as a PDF: the fields of its form by their
// names, whatever program filled it. pdf-objects.js comes before.
(() => {
  "use strict";

  const opas = window.opas;
  const deepMost = 20;
  const fieldsMost = 5000;
  const radio = 1 << 15;
  const button = 1 << 16;

  const isOn = (state) => state !== undefined && state !== "Off";
  const list = (value) => (Array.isArray(value) ? value : []);

  // fieldsOf returns the fields in order, as {name, type, flags, value, options,
  // states}: what a field doesn't say of itself those above it say.
  const fieldsOf = ({ get }, form) => {
    const found = [];
    const seen = new Set();
    const visit = (value, above, deep) => {
      const field = get(value);
      if (!(field instanceof Map) || seen.has(field) || deep > deepMost) return;
      seen.add(field);
      const own = (key, otherwise) => (field.has(key) ? get(field.get(key)) : otherwise);
      const name = [above.name, own("T")].filter((part) => typeof part === "string").join(".");
      const known = { name, type: own("FT", above.type), flags: own("Ff", above.flags), value: own("V", above.value), options: own("Opt", above.options) };
      const kids = list(own("Kids")).map((kid) => get(kid)).filter((kid) => kid instanceof Map);
      if (kids.some((kid) => kid.has("T"))) {
        for (const kid of kids) visit(kid, known, deep + 1);
        return;
      }
      const states = (kids.length ? kids : [field]).map((widget) => get(widget.get("AS"))?.name);
      found.push({ ...known, states, label: own("TU") });
      if (found.length > fieldsMost) throw { problem: "file-damaged" };
    };
    for (const value of list(get(form.get("Fields")))) visit(value, {}, 0);
    return found;
  };

  // optionOf returns the text of an option by the name of its state: its number
  // or itself.
  const optionOf = ({ get }, { options, flags, label }, state) => {
    const texts = list(options).map((one) => get(one));
    if (!(flags & radio)) return texts[0] ?? label ?? state;
    return (/^\d+$/.test(state) && texts[Number(state)]) || state;
  };

  // shownOf returns what a list shows for a value.
  const shownOf = ({ get }, { options }, value) => {
    const pair = list(options).map((one) => get(one)).find((one) => Array.isArray(one) && get(one[0]) === value);
    return pair ? get(pair[1]) : value;
  };

  // valueOf returns what was filled into a field. Some programs write the state
  // of a button to the field, some to what is seen of it.
  const valueOf = (pdf, field) => {
    const type = field.type?.name;
    if (type === "Btn") {
      const state = [field.value?.name, ...field.states].find(isOn);
      return state === undefined ? "" : optionOf(pdf, field, state);
    }
    const value = pdf.get([field.value].flat()[0]);
    return type === "Ch" ? shownOf(pdf, field, value) : value;
  };

  const plain = (text) => (typeof text === "string" ? text.replace(/\r\n?/g, "\n").trim() : "");

  opas.readPDF = async (bytes) => {
    const pdf = await opas.pdfObjects(bytes);
    if (!(pdf.root instanceof Map)) throw { problem: "file-damaged" };
    const form = pdf.get(pdf.root.get("AcroForm"));
    const fields = form instanceof Map ? fieldsOf(pdf, form) : [];
    if (!fields.length) throw { problem: "file-flat" };
    const head = fields.find(({ name }) => name === "opas");
    if (!head || typeof head.value !== "string") throw { problem: "file-not-form" };
    const filled = fields.filter((field) => field !== head && !(field.type?.name === "Btn" && field.flags & button));
    return { head: head.value, fields: filled.map((field) => ({ name: field.name, text: plain(valueOf(pdf, field)) })) };
  };
})();
