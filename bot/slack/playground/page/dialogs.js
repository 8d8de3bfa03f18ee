// The two dialogs: a modal of the bot, and what was sent.

import { act, byId, context } from "./acts.js";
import { drawn } from "./draw.js";
import { icon } from "./icons.js";
import { refill } from "./notices.js";
import { el } from "./words.js";

export function openSent(title, blocks, violations, surface, error = "") {
  const text = JSON.stringify({ blocks }, null, 2);
  const copied = el("span", { role: "status" });
  const pre = el("pre", { tabindex: "0", "aria-label": "The blocks as JSON" }, text);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(pre);
      copied.textContent = "Selected: copy it with the keyboard.";
    }
  };
  const verdict = violations.length || error
    ? [el("p", { class: "error" }, error ? `Slack refuses this: ${error}` : "Slack would refuse this:"),
      el("ul", {}, ...violations.map((line) => el("li", {}, el("code", { class: "limit" }, line))))]
    : [el("p", { class: "good" }, `Within Slack's limits (${surface}).`)];
  refill(byId("sent"),
    el("div", { class: "head" }, el("h2", { id: "sent-title" }, title),
      el("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: () => byId("sent").close() }, icon("close"))),
    el("div", { class: "inside" }, ...verdict, pre),
    el("div", { class: "foot" }, copied, el("button", { type: "button", class: "press primary", onclick: copy }, "Copy")),
  );
  byId("sent").showModal();
  pre.focus();
}

let [drawnLast, told] = ["", ""];
let fields = [];

function tell(errors, focus) {
  // They come with the answer and with the stream: the later one takes nobody away from what they write meanwhile.
  if (told === JSON.stringify(errors)) return;
  told = JSON.stringify(errors);
  for (const one of fields) one.tell(errors[one.block] || "");
  if (focus) fields.find((one) => errors[one.block])?.control.focus();
}

export function drawModal(given) {
  const dialog = byId("modal");
  if (!given.id) {
    drawnLast = "";
    dialog.removeAttribute("data-view");
    dialog.close();
    return;
  }
  // Errors alone leave what is being written as it is.
  const next = JSON.stringify([given.hash, given.filled]);
  if (next === drawnLast) { tell(given.errors, true); return; }
  const same = dialog.dataset.view === given.id && dialog.open;
  drawnLast = next;
  const view = given.payload;
  fields = [];
  const inView = context({ view: given.id }, fields, given.filled);
  const inside = el("div", { class: "inside", tabindex: "-1" }, ...drawn(view.blocks, inView));
  const submit = async (event) => {
    event.preventDefault();
    told = "";
    fields.forEach((one) => one.tell(one.missing() ? "This is needed." : ""));
    const wrong = fields.find((one) => one.missing());
    if (wrong) { wrong.control.focus(); return; }
    const { errors = {} } = await act("submit", { view: given.id, values: inView.values() }, event.submitter);
    if (Object.keys(errors).length) tell(errors, true);
  };
  // The next one is below it at once, so that who is quick with Escape closes both.
  const close = async () => {
    const top = dialog.dataset.view;
    if (!top) return;
    dialog.dataset.view = top === given.id ? given.below : "";
    if (!(await act("close", { view: top })).ok && dialog.open) dialog.dataset.view ||= top;
  };
  const back = given.below ? el("button", { type: "button", class: "quiet", "aria-label": "Back", onclick: close }, icon("back")) : "";
  dialog.dataset.view = given.id;
  dialog.onkeydown = (event) => { if (event.key === "Escape") { event.preventDefault(); close(); } };
  dialog.oncancel = (event) => { event.preventDefault(); close(); };
  refill(dialog, el("form", { novalidate: true, onsubmit: submit },
    el("div", { class: "head" }, back, el("h2", { id: "modal-title" }, view.title?.text || ""),
      el("button", { type: "button", class: "quiet", "aria-label": "Close this dialog", onclick: close }, icon("close"))),
    inside,
    el("div", { class: "foot" },
      el("button", { type: "button", class: "tool", onclick: () => openSent("What was sent", view.blocks, given.violations, "modal") }, "What was sent"),
      el("button", { type: "button", class: "press", onclick: close }, view.close?.text || "Cancel"),
      view.submit ? el("button", { type: "submit", class: "press primary" }, view.submit.text) : "")));
  if (!dialog.open) dialog.showModal();
  told = "";
  tell(given.errors, false);
  (inside.querySelector("input, textarea") || inside).focus();
  if (!same) inside.scrollTop = 0;
}
