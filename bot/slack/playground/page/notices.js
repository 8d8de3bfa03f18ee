// What is told in passing: above all else, and within the dialog that is open, as it covers all that is not in it.

import { icon } from "./icons.js";
import { el } from "./words.js";

const notices = document.getElementById("notices");

export function notice(text, bad = false) {
  const made = el("div", { class: bad ? "notice bad" : "notice" }, text,
    el("button", { type: "button", class: "quiet", "aria-label": "Dismiss", onclick: () => made.remove() }, icon("close")));
  const holder = [...document.querySelectorAll("dialog[open]")].at(-1) || document.body;
  if (notices.parentElement !== holder) holder.append(notices);
  notices.append(made);
  setTimeout(() => made.remove(), bad ? 12000 : 6000);
}

/** Show something else in a dialog, and go on telling what is told in it. */
export function refill(dialog, ...nodes) {
  dialog.replaceChildren(...nodes, ...(dialog.contains(notices) ? [notices] : []));
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("close", () => { if (dialog.contains(notices)) document.body.append(notices); });
}
