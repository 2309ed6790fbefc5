// The page where the guide is published: shows what readers will find otherwise,
// publishes it, and asks for what is missing. Texts are inserted as text.
const words = JSON.parse(preview.own.words);
const find = (selector) => document.querySelector(selector);
const [status, bar, notice, ask, plan, targets] = [".state p", "progress", ".notice", ".ask", ".plan", ".targets"].map(find);
const button = Object.fromEntries(["publish", "plan", "cancel"].map((name) => [name, find(`[data-do=${name}]`)]));
const shownMost = 30;
let seen = {};
let running = null;

function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside.filter((child) => child));
  return element;
}

// The address of a page of the preview, as far as it can be one.
const page = (address) => "/" + address.split("/").map(encodeURIComponent).join("/");

function files(heading, list, { hint, linked } = {}) {
  if (!list?.length) return null;
  const items = list.slice(0, shownMost).map((file) => {
    if (typeof file === "string") return make("li", { textContent: file });
    const name = file.title || file.address;
    return make("li", {}, linked ? make("a", { href: page(file.address), textContent: name }) : name, file.title ? make("span", { className: "path", textContent: " " + file.address }) : null);
  });
  const rest = list.length - items.length;
  return make("section", {}, make("h2", { textContent: `${heading}: ${list.length}` }), hint && make("p", { className: "hint", textContent: hint }), make("ul", {}, ...items),
    rest > 0 && make("p", { textContent: `${words.more} ${rest}` }));
}

function problems(heading, list) {
  if (!list?.items) return null;
  const text = (line) => line.replaceAll("\u0001", "");
  const items = list.items.map((item) => make("li", {},
    item.place && make("p", { className: "place" }, item.place, item.edit && make("a", { href: item.edit, textContent: words.mend })),
    make("p", { className: "text", textContent: text(item.text) }),
    item.hint && make("p", { className: "hint", textContent: text(item.hint) })));
  return make("section", {}, make("h2", { textContent: `${heading}: ${list.count}` }), make("ol", { className: "problems" }, ...items), list.more && make("p", { textContent: list.more }));
}

function showTargets({ targets: all = [], target }) {
  if (!all.length) return;
  const rows = all.map((one) => {
    const choice = make("input", { type: "radio", name: "target", value: one.name, checked: one.name === target });
    choice.addEventListener("change", () => run({ do: "plan" }));
    return make("label", { className: "choice" }, choice, make("span", {}, make("b", { textContent: one.title || words[one.kind] }), make("span", { className: "path", textContent: one.to && " " + one.to })));
  });
  targets.replaceChildren(targets.firstElementChild, ...rows);
}

function show(done) {
  showTargets(done);
  seen = done;
  const git = done.sources !== undefined;
  const changed = done.new || done.changed || done.gone;
  const parts = done.problems ? [problems(words.problems, done.problems)] : !done.plan || done.said && !changed && !done.warnings ? [] : [
    done.first && make("p", { textContent: words.first }),
    !done.first && !changed && make("p", { textContent: words.same }),
    files(words.gone, done.gone, { hint: words.goneHint }),
    files(words.new, done.new, { linked: true }),
    files(words.changed, done.changed, { linked: true }),
    files(words.sources, done.sources),
    files(words.drafts, done.drafts, { hint: git && words.draftsHint }),
    problems(words.warnings, done.warnings),
  ];
  plan.replaceChildren(...parts.filter(Boolean));
  tell(done);
  question(done);
}

function tell({ refused, said, problems: wrong, download, target }) {
  const text = refused || said || (wrong ? words.failed : "");
  notice.classList.toggle("good", !refused && !wrong);
  notice.replaceChildren(...text ? [make("p", { textContent: text })] : []);
  if (download) notice.append(make("p", {}, make("a", { href: "/.preview/publish.zip?" + new URLSearchParams({ target }), download: "opas.zip", textContent: words.download })));
}

// What is missing: a password, or a word that the host's key is the right one.
function question({ ask: what, key }) {
  ask.hidden = !what;
  if (!what) {
    ask.replaceChildren();
    return;
  }
  if (what === "password") {
    const field = make("input", { type: "password", id: "secret", autocomplete: "off", required: true });
    field.setAttribute("aria-describedby", "secret-hint");
    ask.replaceChildren(make("label", { htmlFor: "secret", textContent: words.password }), make("p", { className: "hint", id: "secret-hint", textContent: words.passwordHint }), field, make("button", { className: "main", textContent: words.passwordSend }));
    field.focus();
  } else {
    ask.replaceChildren(make("p", {}, words.key + ": ", make("code", { textContent: key })), make("button", { className: "main", textContent: words.keyYes }));
    ask.querySelector("button").focus();
  }
}

ask.addEventListener("submit", (event) => {
  event.preventDefault();
  const secret = ask.querySelector("#secret")?.value || "";
  run({ do: "publish", plan: seen.plan, secret, key: seen.key || "" });
});

function working(on) {
  button.cancel.hidden = !on;
  button.plan.disabled = on;
  button.publish.disabled = on || !seen.plan || Boolean(seen.problems);
  for (const field of targets.querySelectorAll("input")) field.disabled = on;
  bar.hidden = !on;
  bar.removeAttribute("value");
  status.textContent = on ? words.working : "";
}

function progress({ progress: what, done, total }) {
  status.textContent = what + (total ? ` ${done || 0}/${total}` : "");
  if (total) Object.assign(bar, { max: total, value: done || 0 });
  else bar.removeAttribute("value");
}

// The lines of an answer, one by one.
async function* lines(answer) {
  let rest = "";
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + piece).split("\n");
    rest = parts.pop();
    for (const line of parts) yield JSON.parse(line);
  }
}

async function run(what) {
  if (running) return;
  running = new AbortController();
  const target = targets.querySelector(":checked")?.value || "";
  const before = { ...seen };
  working(true);
  notice.replaceChildren();
  question({});
  try {
    const answer = await fetch("/.preview/publish", { method: "POST", signal: running.signal, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ target, ...what }) });
    let last = answer.ok ? null : { refused: await answer.text() };
    if (answer.ok) for await (const line of lines(answer)) if (line.progress) progress(line); else last = line;
    if (!last) throw new TypeError("cut short");
    // A host that asks for something leaves what was planned as it is.
    if (last.refused && what.do === "publish" && last.plan === before.plan) last = { ...before, said: "", ...last };
    show(last);
  } catch (error) {
    tell({ refused: error.name === "AbortError" ? words.cancelled : words.stopped });
  }
  running = null;
  working(false);
  if (what.do === "publish" && ask.hidden) button.publish.focus();
}

button.publish.addEventListener("click", () => run({ do: "publish", plan: seen.plan }));
button.plan.addEventListener("click", () => run({ do: "plan" }));
button.cancel.addEventListener("click", () => running?.abort());

const kind = find("#kind");
const to = find("#to");
const starts = { folder: "folder:", sftp: "sftp://", webdav: "https://", git: "git", zip: "zip" };
const examples = { folder: "public", sftp: "sftp://user@host.example/srv/www/opas", webdav: "https://user@host.example/dav/opas" };
function choose() {
  const needed = kind.value in examples;
  to.closest(".field").hidden = !needed;
  to.required = needed;
  to.placeholder = examples[kind.value] || "";
}
kind.addEventListener("change", choose);
choose();
find(".set").addEventListener("submit", (event) => {
  event.preventDefault();
  const start = starts[kind.value];
  const value = to.value.trim();
  run({ do: "set", target: "site", to: to.required && !value.startsWith(start) ? start + value : to.required ? value : start });
});

run({ do: "plan" });
