// The page: what the workspace streams is kept and drawn; what people do is posted.

import { byId, channelOf, HOME, kept, state } from "./acts.js";
import { composer } from "./composer.js";
import { untilMidnight } from "./days.js";
import { drawModal } from "./dialogs.js";
import { drawBy, draw, plan, quietly } from "./drawing.js";
import { drawHome } from "./home.js";
import { icon } from "./icons.js";
import { drawMessages, forget, told } from "./messages.js";
import { notice } from "./notices.js";
import { drawHead, drawPlaces, go, watchPlaces } from "./places.js";
import { send } from "./sending.js";
import { closeThread } from "./thread.js";
import { drawTry, watchTry } from "./try.js";
import { drawWiring, openWiring } from "./wiring.js";
import { el, names } from "./words.js";

let stream = null;

drawBy(() => {
  if (!state.hello) return;
  drawPlaces();
  drawTry();
  drawHead();
  drawMessages();
});

const HEARD = {
  hello(given) {
    Object.assign(state, { hello: given, ready: false, home: null });
    for (const name of ["messages", "refused", "prompts", "unread"]) state[name].clear();
    forget();
    byId("messages").closest("[role=log]").setAttribute("aria-live", "off");
    names.people = new Map(given.people.map((one) => [one.id, one.name]));
    names.channels = new Map(given.channels.map((one) => [one.id, one.name]));
    byId("who").replaceChildren(...given.people.filter((one) => !one.bot).map(
      (one) => el("option", { value: one.id, selected: one.id === state.user }, one.name)));
    const direct = given.channels.find((one) => one.kind === "im")?.id;
    const place = state.place === HOME || channelOf(state.place) ? state.place : state.place ? direct : given.channels[0].id;
    go(place);
  },
  message(given) {
    const fresh = state.ready && !state.messages.has(given.key);
    state.messages.set(given.key, given);
    if (fresh && given.channel !== state.place) state.unread.set(given.channel, (state.unread.get(given.channel) || 0) + 1);
  },
  refused(given) {
    state.refused.set(given.key, given);
    if (!state.ready) return;
    // Where it is seen among the messages it need not be said twice.
    setTimeout(() => {
      const drawn = [...document.querySelectorAll("li.refused")].filter((one) => one.dataset.ts === given.ts);
      const seen = !document.querySelector("dialog[open]") && drawn.some((one) => one.checkVisibility());
      if (!seen) notice(told(given), true);
    }, 100);
  },
  prompts: (given) => state.prompts.set(given.channel, given),
  starters: (given) => { state.starters = given; },
  home: (given) => { state.home = given; drawHome(); },
  modal: drawModal,
  gone: (given) => { if (given.kind === "message") state.messages.delete(given.key); },
  wiring: drawWiring,
  content(given) {
    const banner = byId("banner");
    banner.hidden = !given.problems.length;
    const more = given.problems.length - 8;
    banner.replaceChildren(...(given.problems.length ? [
      el("strong", {}, given.reloads ? "The content has changed, and has problems. What was good last stays in force." : "The content has problems."),
      el("ul", {}, ...given.problems.slice(0, 8).map((line) => el("li", {}, el("code", {}, line)))),
      more > 0 ? el("p", {}, `And ${more} more: docent check lists them all.`) : ""] : []));
    if (state.ready && given.reloads > state.reloads && !given.problems.length) {
      notice("The content has changed and was read anew.");
      byId("read").textContent = `content read anew at ${new Date().toLocaleTimeString()}`;
    }
    state.reloads = given.reloads;
  },
  ready() {
    state.ready = true;
    quietly(byId("messages"), draw);
  },
};

function listen() {
  stream?.close();
  stream = new EventSource(`/page/events?user=${encodeURIComponent(state.user)}`);
  const tell = (how, text) => { byId("state").textContent = text; document.body.dataset.state = how; };
  stream.onopen = () => tell("connected", "connected");
  stream.onerror = () => tell("lost", "not connected: is it running?");
  for (const [kind, heard] of Object.entries(HEARD)) {
    stream.addEventListener(kind, (event) => { heard(JSON.parse(event.data)); plan(); });
  }
}

function theme(next) {
  const themes = ["auto", "light", "dark"];
  const now = themes[(themes.indexOf(kept.get("theme") || "auto") + (next ? 1 : 0)) % 3];
  kept.set("theme", now);
  document.documentElement.dataset.theme = now;
  byId("theme").replaceChildren(icon("half"), el("span", { class: "wide" }, `Theme: ${now}`));
  byId("theme").setAttribute("aria-label", `Theme: ${now}`);
}

function nextDay() {
  setTimeout(() => { draw(); nextDay(); }, untilMidnight() + 1000);
}

composer(byId("composer"), "message", "Write a message", (text) => send(text));
composer(byId("thread-composer"), "reply", "Reply in the thread", (text) => send(text, state.thread));
byId("menu").replaceChildren(icon("menu"), el("span", {}, "Places"));
byId("thread-close").replaceChildren(icon("close"));
byId("wiring-open").addEventListener("click", openWiring);
byId("theme").addEventListener("click", () => theme(true));
byId("thread-close").addEventListener("click", closeThread);
byId("thread").addEventListener("keydown", (event) => { if (event.key === "Escape") closeThread(); });
byId("who").addEventListener("change", () => { state.user = byId("who").value; kept.set("user", state.user); listen(); });
watchPlaces();
watchTry();
theme(false);
nextDay();
listen();
