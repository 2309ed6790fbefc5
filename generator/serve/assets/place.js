// A page that is loaded again shows the same place: where it was scrolled to, what
// had the focus and what was typed into its fields.
preview.place = (() => {
  const place = "preview " + location.pathname;

  const fields = () => [...document.querySelectorAll("input, textarea, select, [contenteditable]")];

  const nameOf = (element, all) => element.id ? "#" + element.id :
    element.tagName + " " + (element.name || "") + " " + all.filter((other) => other.name === element.name && other.tagName === element.tagName).indexOf(element);

  function stateOf(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked ? field.checked : undefined;
    if (field.type === "file" || field.type === "password" || field.type === "hidden") return undefined;
    if (field.tagName === "SELECT") return field.value;
    return field.value !== undefined && field.value !== field.defaultValue ? field.value : undefined;
  }

  // The heading above the top of the window is where the reader is, however
  // much the page grows above it.
  function landmark() {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const index = headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= innerHeight / 3);
    const heading = headings[index];
    return heading && { index, id: heading.id, text: heading.textContent, top: heading.getBoundingClientRect().top };
  }

  function keep() {
    const all = fields();
    const focus = document.activeElement;
    const state = { x: scrollX, y: scrollY, landmark: landmark(), fields: {} };
    for (const field of all) {
      const value = stateOf(field);
      if (value !== undefined) state.fields[nameOf(field, all)] = value;
    }
    if (all.includes(focus)) {
      state.focus = nameOf(focus, all);
      try { state.range = [focus.selectionStart, focus.selectionEnd]; } catch { /* not every field has a selection */ }
    } else if (focus?.id) {
      state.focus = "#" + focus.id;
    }
    try { sessionStorage.setItem(place, JSON.stringify(state)); } catch { /* full: the place is lost, the page isn't */ }
  }

  function find(mark) {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    return mark && (mark.id && document.getElementById(mark.id) ||
      headings.find((heading) => heading.textContent === mark.text) || headings[mark.index]);
  }

  function scroll(state) {
    const heading = find(state.landmark);
    const y = heading ? scrollY + heading.getBoundingClientRect().top - state.landmark.top : state.y;
    scrollTo({ left: state.x, top: state.y === 0 ? 0 : y, behavior: "instant" });
  }

  function fill(state) {
    const all = fields();
    for (const field of all) {
      const value = state.fields[nameOf(field, all)];
      if (value === undefined) continue;
      const key = typeof value === "boolean" ? "checked" : "value";
      if (field[key] === value) continue;
      field[key] = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const focus = state.focus?.startsWith("#") ? document.getElementById(state.focus.slice(1)) : all.find((field) => nameOf(field, all) === state.focus);
    if (!focus || focus === document.activeElement) return;
    focus.focus({ preventScroll: true });
    if (state.range) try { focus.setSelectionRange(...state.range); } catch { /* nor here */ }
  }

  function restore() {
    const text = sessionStorage.getItem(place);
    if (!text) return;
    sessionStorage.removeItem(place);
    const state = JSON.parse(text);
    scroll(state);
    // Other scripts of the page make their fields first, and pictures come late;
    // but who has scrolled on meanwhile stays where they are.
    const at = scrollY;
    addEventListener("load", () => {
      fill(state);
      if (Math.abs(scrollY - at) < 2) scroll(state);
    }, { once: true });
  }

  return { keep, restore };
})();
