// Days and times of messages, in the reader's own words for them.

import { el } from "./words.js";

const DAY = 86_400_000;

export const dateOf = (ts) => new Date(Number(ts) * 1000);

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** The name of a message's day: today, yesterday, or its date. */
export function dayOf(ts, now = new Date()) {
  const date = dateOf(ts);
  const ago = Math.round((midnight(now) - midnight(date)) / DAY);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return date.toLocaleDateString("en", { weekday: "long", day: "numeric", month: "long", year });
}

export const clock = (ts) => dateOf(ts).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export function time(ts) {
  return el("time", { datetime: dateOf(ts).toISOString(), title: dateOf(ts).toLocaleString() }, clock(ts));
}

export const divider = (text) => el("li", { class: "day" }, text);

/** How long it is until the names of the days change. */
export const untilMidnight = (now = new Date()) => midnight(now).getTime() + DAY - now.getTime();
