// On the page at an old address: goes on to the new one with what stands behind
// # and ?, which the page alone would drop. Without scripts it does the rest.
location.replace(document.querySelector("a").href + location.search + location.hash);
