// The wiring: how Slack reaches the bot here, what fails next, and what was called last.

import { act, byId } from "./acts.js";
import { icon } from "./icons.js";
import { refill } from "./notices.js";
import { el } from "./words.js";

const TRANSPORTS = [["socket", "Socket Mode"], ["http", "HTTP, signed requests"]];
const METHOD = { "*": "whichever call is next", response_url: "the response address" };
let known = null;
const chosen = { kind: "ratelimited", method: "*", times: "1" };

function select(id, name, options) {
  const made = el("select", { id, onchange: () => { chosen[name] = made.value; } },
    ...options.map(([value, text]) => el("option", { value, selected: value === chosen[name] }, text)));
  return made;
}

function fill() {
  const dialog = byId("wiring");
  const kept = document.activeElement?.closest?.("#wiring") ? document.activeElement.id : "";
  const transports = el("fieldset", {}, el("legend", {}, "Slack reaches Docent by"), ...TRANSPORTS.map(([value, text]) => el("label", {},
    el("input", {
      type: "radio", name: "transport", id: `transport-${value}`, checked: value === known.transport,
      onchange: (event) => act("transport", { to: value }, event.currentTarget.closest("label")),
    }), text)));
  const times = el("input", { id: "fault-times", type: "number", min: "1", max: "20", value: chosen.times, oninput: () => { chosen.times = times.value; } });
  const inject = el("form", { class: "inject", onsubmit: (event) => {
    event.preventDefault();
    act("fault", { kind: chosen.kind, method: chosen.method, times: Number(chosen.times) }, event.submitter);
  } },
  el("label", { for: "fault-kind" }, "What happens"), select("fault-kind", "kind", known.faults.map((one) => [one.id, one.text])),
  el("label", { for: "fault-method" }, "To"), select("fault-method", "method", known.methods.map((one) => [one, METHOD[one] || one])),
  el("label", { for: "fault-times" }, "How often"), times,
  el("button", { id: "fault-set", type: "submit", class: "press primary" }, "Let it fail"));
  const waiting = known.waiting.length
    ? [el("ul", { class: "plain" }, ...known.waiting.map((one) => el("li", {}, el("code", {}, one.method === "*" ? "next call" : one.method), ` ${one.what}`))),
      el("button", { id: "fault-mend", type: "button", class: "press", onclick: () => act("mend", {}) }, "Mend all")]
    : [el("p", { class: "hint" }, "Every call works.")];
  const calls = el("ol", { class: "calls" }, ...[...known.calls].reverse().map((one) => el("li", {},
    el("code", {}, one.method), one.error ? el("span", { class: "error" }, one.error) : el("span", { class: "good" }, "ok"))));
  refill(dialog,
    el("div", { class: "head" }, el("h2", { id: "wiring-title" }, "Wiring"),
      el("button", { id: "wiring-close", type: "button", class: "quiet", "aria-label": "Close", onclick: () => dialog.close() }, icon("close"))),
    el("div", { class: "inside" }, transports,
      el("section", {}, el("h3", {}, "Let something fail"), inject),
      el("section", { "aria-live": "polite" }, el("h3", {}, "Waits to fail"), ...waiting),
      el("section", {}, el("h3", {}, "Last calls of the bot"), calls)));
  if (kept) (byId(kept) || byId("wiring-close")).focus();
}

export function drawWiring(given) {
  known = given;
  byId("wiring-open").replaceChildren(
    "Wiring", el("span", { class: "wide" }, given.transport === "http" ? ": HTTP" : ": Socket Mode", given.waiting.length ? ", faults" : ""));
  document.body.toggleAttribute("data-faulty", given.waiting.length > 0);
  if (byId("wiring").open) fill();
}

export function openWiring() {
  if (!known) return;
  fill();
  byId("wiring").showModal();
}
