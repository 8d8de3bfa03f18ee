// The card of what to try: three questions that are answered and one that is not. It folds, and comes back.

import { byId, channelOf, kept, state } from "./acts.js";
import { draw } from "./drawing.js";
import { icon } from "./icons.js";
import { send } from "./sending.js";
import { el } from "./words.js";

const folded = () => kept.get("tried") === "yes";

function fold(shut) {
  kept.set("tried", shut ? "yes" : "no");
  draw();
  if (shut) { byId("try").focus(); return; }
  byId("intro").scrollIntoView({ block: "nearest" });
  byId("intro").querySelector(".try").focus();
}

const bare = (text) => text.replace(/^<@\w+>\s*/, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

function asked() {
  return new Set([...state.messages.values()].filter((one) => one.user === state.user).map((one) => bare(one.text)));
}

export function drawTry() {
  const channel = channelOf(state.place);
  const there = Boolean(channel && state.starters);
  byId("try").hidden = !there;
  byId("try").setAttribute("aria-expanded", String(there && !folded()));
  byId("intro").hidden = !there || folded();
  if (byId("intro").hidden) return;
  const direct = channel.kind === "im";
  const shown = JSON.stringify([direct, state.starters]);
  if (byId("intro").dataset.shown !== shown) fill(direct);
  byId("intro").dataset.shown = shown;
  const done = asked();
  for (const one of byId("intro").querySelectorAll(".try")) {
    const [marked, wanted] = [one.querySelector(".done"), done.has(one.dataset.text)];
    if (wanted && !marked) one.append(el("span", { class: "done" }, "asked"));
    else if (!wanted) marked?.remove();
  }
}

function fill(direct) {
  const ask = (text) => el("button", {
    type: "button", class: "try", "data-text": text, onclick: () => send((direct ? "" : "@docent ") + text),
  }, text);
  byId("intro").replaceChildren(
    el("button", { type: "button", class: "quiet fold", "aria-label": "Fold this card", onclick: () => fold(true) }, icon("close")),
    el("h2", {}, "What to try"),
    el("p", {}, "This is a small workspace on your machine, with the bot that runs on Slack. Nothing leaves it, and nothing is kept. Ask one of these:"),
    el("div", { class: "tries" }, ...state.starters.questions.map(ask)),
    el("p", {}, "And one that no document answers, so that Docent says so:"),
    el("div", { class: "tries" }, ask(state.starters.declined)),
    el("p", { class: "hint" }, direct ? "Here you need not name Docent."
      : "In a channel, name @docent; in its thread you need not any more. /docent and a question gets an answer that only you see."));
}

export function watchTry() {
  byId("try").setAttribute("aria-label", "What to try");
  byId("try").replaceChildren(icon("hint"), el("span", {}, "What to try"));
  byId("try").addEventListener("click", () => fold(!folded()));
}
