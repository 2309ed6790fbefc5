// A timer for who leads a session. It goes by the clock and never by counting,
// so that a reload, the way back from another page and a sleeping machine take
// no time away and add none. A view that has one writes:
//
//   const timer = opas.timer("present-timer", 5, (told, now) => …)
//
// The function shows the time; see tell. keep.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;
  // timer makes a timer of so many minutes, or that which was kept under the
  // name. It calls tell now and whenever the time has changed, with what is to
  // be said (running, half, last, length or ended, "" for silence from now on,
  // null for nothing new) and {length, left, running}, in milliseconds.
  opas.timer = (name, minutes, tell) => {
    const kept = opas.keep(name);
    let length = minutes * 60000;
    let left = length;
    let end = 0; // by the clock, or 0 while it stands still
    let ticking = 0;
    const screen = opas.awake(() => end > 0);
    const say = (told) => tell(told, { length, left, running: end > 0 });
    const stop = () => {
      clearInterval(ticking);
      end = 0;
      screen.release();
    };
    const go = () => {
      end = Date.now() + left;
      clearInterval(ticking);
      ticking = setInterval(tick, 200);
      screen.hold();
    };
    const write = () => kept.write({ length, left, end });

    const tick = () => {
      const before = left;
      const passed = (mark) => before > mark && left <= mark;
      left = Math.min(length, Math.max(0, end - Date.now()));
      if (left === 0) {
        stop();
        write();
      }
      say(passed(0) ? "ended" : passed(60000) ? "last" : passed(length / 2) ? "half" : null);
    };

    // recall goes on where the page was left, and says nothing but the end.
    const recall = () => {
      const was = kept.read();
      if (was && [was.length, was.left, was.end].every(Number.isFinite) && was.length > 0) {
        length = was.length;
        left = Math.min(length, Math.max(0, was.end ? was.end - Date.now() : was.left));
        if (was.end && left > 0) go();
        else stop();
      }
      say(left === 0 ? "ended" : null);
    };

    const toggle = () => {
      if (end) {
        tick();
        if (!end) return; // it ended in this very moment
        stop();
        write();
        say(null);
        return;
      }
      if (left === 0) left = length;
      go();
      write();
      say("running");
    };
    const reset = () => {
      stop();
      left = length;
      write();
      say("");
    };

    // choose gives it another length. Of a running one, the time that has
    // passed counts.
    const choose = (minutes) => {
      const passed = length - (end ? Math.max(0, end - Date.now()) : left);
      length = minutes * 60000;
      if (!end) return reset();
      left = Math.max(0, length - passed);
      if (left > 0) go();
      else stop();
      write();
      say(left > 0 ? "length" : "ended");
    };

    // A page that is seen again, woken or brought back whole, shows the time at
    // once. Another view may have changed the timer in between.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || !end) return;
      tick();
    });
    window.addEventListener("pageshow", (event) => { if (event.persisted) recall(); });
    recall();
    return { toggle, reset, choose };
  };

  // sound is two soft tones. A browser plays nothing before the reader has
  // touched the page: ready is called when that happens, play at the end.
  let audio = null;
  opas.sound = {
    ready: () => {
      try {
        audio ||= new AudioContext();
        if (audio.state === "suspended") audio.resume().catch(() => {});
      } catch { /* a browser without sound: the sign is enough */ }
    },
    play: () => {
      if (!audio) return;
      [660, 528].forEach((pitch, i) => {
        const at = audio.currentTime + i * .5;
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0, at);
        volume.gain.linearRampToValueAtTime(.2, at + .05);
        volume.gain.exponentialRampToValueAtTime(.001, at + 1.2);
        tone.connect(volume).connect(audio.destination);
        tone.start(at);
        tone.stop(at + 1.2);
      });
    },
  };
})();
