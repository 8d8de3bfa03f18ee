// The pane beside the channel: one thread, opened from its message and closed again.

import { byId, HOME, state } from "./acts.js";
import { draw, quietly } from "./drawing.js";

const wide = window.matchMedia("(min-width: 60rem)");
let opener = null;

/** In: ``focus``: it was opened by itself; ``follow``: whoever asked is still where they asked, and goes along. */
export function openThread(ts, focus = false, follow = true) {
  const scroll = byId("scroll");
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  if (ts) opener = document.activeElement?.closest?.("li[data-ts]") ? { ts, name: document.activeElement.className } : null;
  state.thread = ts;
  byId("thread").hidden = !ts;
  document.body.classList.toggle("in-thread", Boolean(ts));
  quietly(byId("replies"), draw);
  // The pane beside it makes this one narrower, and so longer.
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
  if (!ts || !follow) return;
  if (focus || wide.matches) byId("reply").focus();
  else byId("thread-title").focus();
}

/** Close it, and go back to where it was opened from. */
export function closeThread() {
  const from = opener && byId("messages").querySelector(`[data-ts="${CSS.escape(opener.ts)}"] .${CSS.escape(opener.name)}`);
  openThread("");
  if (state.place !== HOME) (from || byId("message")).focus();
}
