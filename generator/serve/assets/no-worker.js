// A site that keeps itself in the browser would show an old page after a save.
// In the preview it gets this worker instead of its own: one that goes away.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
