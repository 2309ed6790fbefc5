// A filled worksheet as text. worksheet-fields.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;

  // worksheetText is all that is filled, under the headings that it stands under.
  opas.worksheetText = (form, fields) => {
    const parts = [];
    let heading = "";
    for (const element of form.querySelectorAll("h2, h3, .field")) {
      const field = fields.list.find((one) => one.element === element);
      if (!field) heading = opas.clean(element.textContent);
      else if (!opas.isBlank(field.form.read(field))) {
        if (heading) parts.push(heading);
        heading = "";
        parts.push(field.label + "\n" + field.form.say(field.form.read(field), field));
      }
    }
    return parts.join("\n\n");
  };
})();
