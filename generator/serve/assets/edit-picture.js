// Pictures are dropped on the text, pasted into it, or chosen. The program makes
// them ready; the author says what they tell those who don't see them.
preview.picture = (() => {
  const { words, block } = preview.tools;
  const text = document.getElementById("text");
  const dialog = document.querySelector("dialog.picture");
  const [title, form, shown, size, fault, alt] = ["h2", "form", "img", ".size", ".fault", "textarea"].map((name) => dialog.querySelector(name));
  const button = form.querySelector(".main");
  const chooser = Object.assign(document.createElement("input"), { type: "file", multiple: true, accept: "image/*,.heic,.heif" });
  // The program reads no more, and says so.
  const most = 45e6;
  const isPicture = (file) => /^image\//.test(file.type) || /\.(hei[cf]|avif|svg|jpe?g|png|gif|webp)$/i.test(file.name);

  async function send(file, telling) {
    const query = new URLSearchParams({ file: preview.own.file, name: file.name, text: telling });
    const answer = await fetch("/.preview/picture?" + query, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file.slice(0, most) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  // What is typed stands in the brackets of a link: no sign of it is one of Markdown.
  const marked = (typed) => typed.trim().replace(/\s+/g, " ").replace(/[\\`*_[\]<>{}&~|]/g, "\\$&");

  // Opens the dialog; act is done with the text, and the dialog stays open with what
  // it throws. The promise holds the text, or null if the author gave up.
  function ask({ name = "", src = "", told = "", act = () => {} } = {}) {
    const { promise, resolve } = Promise.withResolvers();
    let telling = null;
    title.textContent = name ? `${words.picture}: ${name}` : words.picture;
    shown.hidden = true;
    shown.src = src;
    [alt.value, size.textContent, fault.textContent, button.disabled] = [told, "", "", false];
    form.onsubmit = async (event) => {
      event.preventDefault();
      alt.value = alt.value.trim();
      if (!form.reportValidity() || button.disabled) return;
      button.disabled = true;
      try {
        await act(marked(alt.value));
        telling = marked(alt.value);
        dialog.close();
      } catch (error) {
        say(error);
      }
    };
    // Chromium gives the focus back without what was selected.
    const { selectionStart, selectionEnd } = text;
    dialog.onclose = () => {
      text.focus();
      text.setSelectionRange(selectionStart, selectionEnd);
      resolve(telling);
    };
    dialog.showModal();
    alt.focus();
    return promise;
  }

  function say(error) {
    size.textContent = "";
    fault.textContent = error instanceof TypeError ? words.offline : error.message;
    button.disabled = false;
  }

  async function add(file) {
    const src = URL.createObjectURL(file);
    let made = {};
    const done = ask({ name: file.name, src, act: async () => { made = await send(file, alt.value); } });
    size.textContent = words.pictureRead;
    try {
      const { width, height, size: bytes } = await send(file, "");
      size.textContent = width ? words.pictureSize.replace("<width>", width).replace("<height>", height).replace("<size>", bytes) : bytes;
    } catch (error) {
      say(error);
      button.disabled = true;
    }
    const telling = await done;
    URL.revokeObjectURL(src);
    if (!telling) return;
    const mark = `![${telling}](${made.address})`;
    block(mark, mark.length, mark.length);
  }

  async function addAll(list) {
    if (text.disabled || dialog.open) return;
    for (const file of list) await add(file);
  }

  document.addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    // What is no picture is told so by the program; a document of Word isn't for here.
    addAll([...event.dataTransfer.files].filter((file) => !/\.docx$/i.test(file.name)));
  });
  // What has words, too, was copied from a text, whose picture is one of those words.
  text.addEventListener("paste", (event) => {
    const list = [...event.clipboardData.files].filter(isPicture);
    if (list.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    addAll(list);
  });
  // Of what the browser can't show only the name is seen.
  shown.addEventListener("load", () => { shown.hidden = false; });
  // The text is one line, and Enter ends it.
  alt.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  chooser.addEventListener("change", () => {
    addAll([...chooser.files]);
    chooser.value = "";
  });
  document.querySelector("[data-do=picture]").addEventListener("click", () => chooser.click());
  dialog.querySelector("[data-do=cancel]").addEventListener("click", () => dialog.close());

  return { ask };
})();
