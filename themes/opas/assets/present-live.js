// What a live view of a session hands over to the question view in its address:
// the way back to it, and the minutes of the item, the whole first and then its
// parts.
//
//	?n=1,2,7&minutes=25,15,10&live=/…/1-miksi-osallisuus-vetajan-naytto.html#1
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const given = new URLSearchParams(location.search);

  // wayBack is the address of the live view, if it is a page of this guide.
  const wayBack = () => {
    const guide = new URL(".", document.querySelector(".site-title a").href).href;
    try {
      const { href } = new URL(given.get("live") ?? "", location.href.split(/[?#]/)[0]);
      return given.get("live") && href.startsWith(guide) ? href : "";
    } catch {
      return "";
    }
  };

  const minutes = (given.get("minutes") ?? "").split(",").map(Number).filter((number) => Number.isInteger(number) && number > 0 && number < 1000);

  // led is what is led: the way back, the minutes, and a name for what is kept
  // of the item. rest is what the address holds beside the numbers.
  opas.led = {
    back: wayBack(),
    minutes,
    name: minutes.length ? ["live", "n", "minutes"].map((name) => given.get(name)).join(" ") : "",
    rest: [...given].filter(([name]) => name !== "n").map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  };
})();
