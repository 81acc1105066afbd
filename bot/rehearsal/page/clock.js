// The campaign clock in the header.

import { post } from "./api.js";
import { toast } from "./dialogs.js";
import { find } from "./dom.js";
import { TEXTS, dayOf, shortDayOf, timeOf, useZone } from "./texts.js";

let known = null;
let knownAt = 0;

export function campaignNow() {
  return new Date(Date.parse(known.now) + (performance.now() - knownAt));
}

// The answer to one's own move may arrive after the event that the bot is done: the newer look stays.
export function setClock(clock) {
  if (known && clock.real_now < known.real_now) return;
  known = clock;
  knownAt = performance.now();
  useZone(clock.zone);
  draw();
}

function draw() {
  const now = campaignNow();
  find("clock-day").textContent = dayOf(now);
  find("clock-time").textContent = timeOf(now);
  find("clock-busy").hidden = !known.reached || known.reached >= known.version;
  const due = known.next_due ? new Date(known.next_due) : null;
  find("clock-due").disabled = due === null;
  find("clock-due").title = due ? TEXTS.due(`${shortDayOf(due)} ${timeOf(due)}`) : TEXTS.noDue;
}

async function move(wish) {
  try {
    setClock(await post("clock", wish));
  } catch (trouble) {
    toast(trouble.message);
  }
}

export function prepareClock() {
  find("clock-hour").addEventListener("click", () => move({ advance: 3600 }));
  find("clock-days").addEventListener("click", () => move({ advance: 86400 }));
  find("clock-due").addEventListener("click", () => move({ next_due: true }));
  setInterval(() => known && draw(), 1000);
}
