// On a host: what lets a browser keep the guide. It stands in every page as
//
//   <script src="…/web.js" data-manifest="…" data-worker="…" defer></script>
//
// with an empty address where there is no such file. From a folder there is
// nothing to do: the guide is on the reader's machine already, and browsers
// complain of a manifest there.
(() => {
  "use strict";

  const { manifest, worker } = document.currentScript.dataset;
  if (!location.protocol.startsWith("http")) return;

  if (manifest) {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = manifest;
    document.head.append(link);
  }

  // Browsers have service workers on https alone, and on the machine itself.
  // The page comes first. Without the worker it works the same while there is
  // a connection.
  if (worker && navigator.serviceWorker) {
    window.addEventListener("load", () => { navigator.serviceWorker.register(worker).catch(() => {}); });
  }
})();
