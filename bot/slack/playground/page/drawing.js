// When the page is drawn: at most once a frame, by what page.js puts here.

let [planned, drawer] = [false, () => {}];

export function drawBy(draws) {
  drawer = draws;
}

export function draw() {
  planned = false;
  drawer();
}

export function plan() {
  if (!planned) { planned = true; requestAnimationFrame(draw); }
}

/** Change a list without having all of it read out: only what comes later is news. */
export function quietly(list, change) {
  const log = list.closest("[role=log]");
  log.setAttribute("aria-live", "off");
  change();
  setTimeout(() => log.setAttribute("aria-live", "polite"), 100);
}
