// The two dialogs: a modal of the bot, and what was sent.

import { act, byId, context } from "./acts.js";
import { drawn } from "./draw.js";
import { el } from "./words.js";

export function openSent(title, blocks, violations, surface, error = "") {
  const text = JSON.stringify({ blocks }, null, 2);
  const copied = el("span", { role: "status" });
  const pre = el("pre", { tabindex: "0" }, text);
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
      el("ul", {}, ...violations.map((line) => el("li", {}, line)))]
    : [el("p", { class: "good" }, `Within Slack's limits (${surface}).`)];
  byId("sent").replaceChildren(
    el("div", { class: "head" }, el("h2", { id: "sent-title" }, title),
      el("button", { type: "button", class: "quiet", onclick: () => byId("sent").close() }, "Close")),
    el("div", { class: "inside" }, ...verdict, pre),
    el("div", { class: "foot" }, copied, el("button", { type: "button", class: "press primary", onclick: copy }, "Copy")),
  );
  byId("sent").showModal();
}

export function drawModal(given) {
  const dialog = byId("modal");
  if (!given.id) { dialog.removeAttribute("data-view"); dialog.close(); return; }
  const view = given.payload;
  const fields = [];
  const inView = context({ view: given.id }, fields);
  const inside = drawn(view.blocks, inView);
  const submit = async (event) => {
    event.preventDefault();
    fields.forEach((one) => one.tell(one.missing() ? "This is needed." : ""));
    let wrong = fields.find((one) => one.missing());
    if (!wrong) {
      const { errors = {} } = await act("submit", { view: given.id, values: inView.values() }, event.submitter);
      for (const one of fields) if (errors[one.block]) { one.tell(errors[one.block]); wrong ||= one; }
    }
    wrong?.control.focus();
  };
  const close = () => act("close", { view: given.id });
  dialog.dataset.view = given.id;
  dialog.oncancel = (event) => { event.preventDefault(); close(); };
  dialog.replaceChildren(el("form", { novalidate: true, onsubmit: submit },
    el("div", { class: "head" }, el("h2", { id: "modal-title" }, view.title?.text || ""),
      el("button", { type: "button", class: "quiet", "aria-label": "Close this dialog", onclick: close }, "\u00d7")),
    el("div", { class: "inside" }, ...inside),
    el("div", { class: "foot" },
      el("button", { type: "button", class: "tool", onclick: () => openSent("What was sent", view.blocks, given.violations, "modal") }, "What was sent"),
      el("button", { type: "button", class: "press", onclick: close }, view.close?.text || "Cancel"),
      view.submit ? el("button", { type: "submit", class: "press primary" }, view.submit.text) : "")));
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector(".inside input, .inside textarea") || dialog.querySelector("button")).focus();
}
