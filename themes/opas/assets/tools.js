// What pages with tools share: the messages of the page's template, the status
// line, notices, questions to the reader and downloads. It puts these into the
// object opas, which the scripts after it use. Texts go into the page as text,
// never as HTML. text.js comes before.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const find = (selector) => document.querySelector(selector);

  // word returns a message of the page's <template class="messages">, or one of
  // those that were loaded, with {name} replaced by the value of that name, which
  // may come from a file and is cut short.
  opas.word = (name, values = {}, messages = find("template.messages").content) => {
    const message = messages.querySelector(`[data-message="${name}"]`);
    return (message ? message.textContent.trim() : opas.words[name]).replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(values, key) ? String(values[key]).slice(0, 200) : whole));
  };

  // element makes an element; all but its name may be left out.
  const element = (opas.element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  });

  // button makes a button that does something.
  opas.button = (text, act, className) => {
    const made = element("button", text, className);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  // load loads scripts, by their addresses, in this order.
  opas.load = (addresses) => Promise.all(addresses.split(" ").map((address) => new Promise((done, fail) => {
    const script = element("script");
    Object.assign(script, { src: address, async: false, onload: done, onerror: fail });
    document.head.append(script);
  })));

  // status says how things are. The same text isn't written again, so that a
  // screen reader doesn't repeat it at every letter.
  opas.status = (text) => {
    const line = find(".status");
    if (line.textContent !== text) line.textContent = text;
  };

  // notice says what the reader must know or choose: a text, a list of items, a
  // text to copy by hand, and actions as [word, function]. It stays until it is
  // closed or another takes its place; a brief one until something is filled.
  // Then the focus goes back to an element, or to how things are.
  opas.notice = (text, { items = [], actions = [], manual, back = find(".state"), brief = false } = {}) => {
    const box = find(".notice");
    const list = element("ul");
    list.append(...items.map((item) => element("li", item)));
    const field = element("textarea", manual);
    field.readOnly = true;
    field.setAttribute("aria-label", text);
    const end = (act) => () => {
      opas.silence();
      back.focus();
      if (act) act();
    };
    const buttons = element("p");
    buttons.className = "buttons";
    buttons.append(...actions.map(([word, act]) => opas.button(opas.word(word), end(act))), opas.button(opas.word("close"), end(), "close"));
    box.classList.toggle("brief", brief);
    box.replaceChildren(element("p", text), ...(items.length ? [list] : []), ...(manual ? [field] : []), buttons);
    if (manual) {
      field.focus();
      field.select();
    }
  };

  // silence takes the notice away.
  opas.silence = () => find(".notice").replaceChildren();

  document.addEventListener("keydown", (event) => {
    const close = find(".notice .close");
    if (event.key === "Escape" && !event.defaultPrevented && !find("dialog[open]") && close) close.click();
  });
  document.addEventListener("input", () => { if (find(".notice.brief")) opas.silence(); });

  // ask asks before something is done; yes is what the button for it says. With
  // a name, the reader can change that. It returns the name, or null for no.
  // The event "close" may come so late that the next question is open by then:
  // only Escape is left to it.
  opas.ask = (text, yes, name) => new Promise((answer) => {
    const dialog = find("dialog.ask");
    const input = dialog.querySelector("input");
    dialog.querySelector(".asked").textContent = text;
    dialog.querySelector("[value=yes]").textContent = yes;
    input.parentElement.hidden = name === undefined;
    input.required = name !== undefined;
    input.value = name || "";
    const listening = new AbortController();
    const settle = (value) => {
      listening.abort();
      answer(value);
    };
    const listen = (event, act) => dialog.addEventListener(event, act, { signal: listening.signal });
    listen("submit", (event) => {
      event.preventDefault();
      dialog.close();
      settle(event.submitter.value === "yes" ? input.value.trim() : null);
    });
    listen("cancel", () => settle(null));
    listen("close", () => { if (!dialog.open) settle(null); });
    dialog.showModal();
    if (name !== undefined) input.select();
  });

  const slug = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");

  // fileName joins texts and the day to a name that every system takes.
  opas.fileName = (texts, ending) => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return [...texts.map(slug).filter(Boolean), day].join("-") + ending;
  };

  // download hands the reader a file. Its address must live until the browser
  // has read it.
  opas.download = (name, type, text) => {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
