// On a host: what lets a browser keep the guide. Every page says where that is,
// with an empty address where there is no such file:
//
//   <script src="…" data-manifest="…" data-worker="…" defer></script>
// From a folder there is
// nothing to do: the guide is on the reader's machine already, and browsers
// complain of a manifest there.
(() => {
  "use strict";

  const { manifest, worker } = document.currentScript.dataset;
  if (!location.protocol.startsWith("http")) return;

  const keep = () => {
    if (manifest) {
      const link = document.createElement("link");
      link.rel = "manifest";
      link.href = manifest;
      document.head.append(link);
    }

    // Browsers have service workers on https alone, and on the machine itself.
    // Without the worker the page works the same while there is a connection.
    if (worker && navigator.serviceWorker) navigator.serviceWorker.register(worker).catch(() => {});
  };

  // The page comes first: it is shown before the browser reads the manifest and
  // fetches the whole guide. Safari doesn't say when it is idle.
  window.addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(keep));
})();
