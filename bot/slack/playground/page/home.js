// The App Home, as the bot has published it for this person.

import { byId, context, HOME, state } from "./acts.js";
import { openSent } from "./dialogs.js";
import { drawn } from "./draw.js";
import { el } from "./words.js";

export function drawHome() {
  if (state.place !== HOME) return;
  const { home } = state;
  const usable = () => [...byId("home").querySelectorAll("button, input")];
  const at = usable().indexOf(document.activeElement);
  if (!home?.id) {
    byId("home").replaceChildren(el("p", { class: "hint" }, "Docent is asked for its page \u2026"));
    return;
  }
  const found = home.violations.length
    ? [el("p", { class: "error" }, `Slack would refuse this page: ${home.violations[0]}`)] : [];
  byId("home").replaceChildren(...found, ...drawn(home.payload.blocks, context({ view: home.id })), el("div", { class: "tools" }, el("button", {
    type: "button", class: "tool", onclick: () => openSent("What was sent", home.payload.blocks, home.violations, "home"),
  }, "What was sent")));
  // It is drawn anew after what was done in it: who went with the keyboard is still where they were.
  if (at >= 0) usable()[Math.min(at, usable().length - 1)]?.focus();
}
