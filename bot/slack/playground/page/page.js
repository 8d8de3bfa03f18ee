// The page: what the workspace streams is kept and drawn; what people do is posted.

import { act, byId, context, HOME, kept, notice, state } from "./acts.js";
import { composer } from "./composer.js";
import { openSent, drawModal } from "./dialogs.js";
import { drawWiring, openWiring } from "./wiring.js";
import { drawn } from "./draw.js";
import { el, mrkdwn, names } from "./words.js";

const wide = window.matchMedia("(min-width: 60rem)");
let [stream, planned] = [null, false];

async function send(text, thread = "") {
  const channel = state.place;
  state.sentIn = thread ? "thread-scroll" : "scroll";
  if (text.startsWith("/") && thread) {
    notice("Slash commands do not work in threads, here as in Slack.", true);
    return false;
  }
  if (text.startsWith("/")) return (await act("command", { channel, text })).ok;
  const answer = await act("say", { channel, text, thread });
  // The answer comes in the thread of its question: who asks wants to see it.
  const asked = channelOf(channel)?.kind === "im" || /(^|\s)@docent\b/i.test(text);
  if (answer.ok && !thread && asked) openThread(answer.ts);
  return answer.ok;
}

// What is seen

const channelOf = (id) => state.hello?.channels.find((one) => one.id === id);
const titleOf = (channel) => (channel.kind === "im" ? "docent" : `# ${channel.name}`);
const ordered = () => [...state.messages.values()].sort((one, other) => Number(one.ts) - Number(other.ts));

function time(ts) {
  const at = new Date(Number(ts) * 1000);
  return el("time", { datetime: at.toISOString() }, at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
}

function tools(message) {
  const made = [];
  if (message.by_bot) {
    made.push(el("button", {
      type: "button", class: "tool",
      onclick: () => openSent("What was sent", message.blocks, message.violations, message.surface),
    }, message.violations.length ? "What was sent: over a limit" : "What was sent"));
  } else {
    for (const { callback, kind, name, about } of state.hello.shortcuts) {
      if (kind === "message") {
        made.push(el("button", {
          type: "button", class: "tool", title: about,
          onclick: (event) => act("shortcut", { callback, channel: message.channel, ts: message.ts }, event.currentTarget),
        }, name));
      }
    }
  }
  if (!message.private && !message.thread) {
    made.push(el("button", { type: "button", class: "tool", onclick: () => openThread(message.ts, true) }, "Reply in thread"));
  }
  return el("div", { class: "tools" }, ...made);
}

function body(message) {
  if (message.violations.length) {
    const because = `${message.violations.length === 1 ? "One limit is" : "Limits are"} broken: ${message.violations[0]}`;
    return [el("p", { class: "error" }, `Slack would answer invalid_blocks. ${because}`), el("div", { class: "text" }, ...mrkdwn(message.text))];
  }
  if (!message.blocks.length) return [el("div", { class: "text" }, ...mrkdwn(message.text))];
  return drawn(message.blocks, context({ channel: message.channel, ts: message.ts }));
}

function messageNode(message, replies) {
  const name = names.people.get(message.user) || message.user;
  const bot = message.user === state.hello.bot;
  const made = el("li", { class: `message${message.private ? " private" : ""}${message.by_bot ? " bot" : ""}`, "data-ts": message.ts },
    el("span", { class: `face ${bot ? "bot" : ""}`, "aria-hidden": "true", "data-name": name }, name[0].toUpperCase()),
    el("div", { class: "content" },
      message.private ? el("p", { class: "only" }, "Only visible to you") : "",
      el("p", { class: "by" }, el("strong", {}, name), bot ? el("span", { class: "app" }, "app") : "", time(message.ts)),
      ...body(message),
      replies ? el("button", { type: "button", class: "replies", onclick: () => openThread(message.ts, true) },
        replies === 1 ? "1 reply" : `${replies} replies`) : "",
      tools(message)));
  return made;
}

function refusedNode(call) {
  return el("li", { class: "message bot refused" }, el("span", { class: "face", "aria-hidden": "true" }, "!"),
    el("div", { class: "content" },
      el("p", { class: "error" }, `Slack refused ${call.method}: ${call.error}`),
      ...call.violations.slice(0, 3).map((line) => el("p", { class: "hint" }, line)),
      el("div", { class: "tools" }, el("button", {
        type: "button", class: "tool", onclick: () => openSent("What was refused", call.blocks, call.violations, "", call.error),
      }, "What was sent"))));
}

const cache = new Map();

function cached(key, content, make) {
  const same = JSON.stringify(content);
  const found = cache.get(key);
  if (found?.same === same) return found.node;
  const node = make();
  cache.set(key, { same, node });
  return node;
}

/** Put these nodes into the list, and touch none that is in its place already: focus and reading position stay. */
function settle(list, nodes) {
  nodes.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null); });
  while (list.children.length > nodes.length) list.lastElementChild.remove();
}

function keepingEnd(scroll, fill) {
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const before = scroll.querySelectorAll("li.message").length;
  const height = scroll.scrollHeight;
  fill();
  const listed = [...scroll.querySelectorAll("li.message")];
  const last = listed.at(-1);
  const own = scroll === byId(state.sentIn);
  // A line more under the last message, as the count of its replies, does not push it out of sight.
  if (listed.length === before && atEnd && scroll.scrollHeight - height < 80) scroll.scrollTop = scroll.scrollHeight;
  if (!last || (before && !atEnd && !own) || listed.length === before) return;
  // Whoever asked wants to see the answer, wherever they had been reading.
  if (own && last.classList.contains("bot")) state.sentIn = "";
  // A long answer is read from its beginning, with its question in sight.
  const asked = listed.at(-2);
  const fits = last.offsetHeight < scroll.clientHeight;
  if (fits) last.scrollIntoView({ block: "nearest" });
  else (asked && asked.offsetHeight < scroll.clientHeight / 3 ? asked : last).scrollIntoView({ block: "start" });
}

function drawMessages() {
  const all = ordered().filter((message) => message.channel === state.place);
  const replies = new Map();
  for (const one of all) if (one.thread && !one.private) replies.set(one.thread, (replies.get(one.thread) || 0) + 1);
  const refused = [...state.refused.values()].filter((call) => !call.channel || call.channel === state.place);
  const node = (where, message, count) => cached(`${where} ${message.key}`, [message, count], () => messageNode(message, count));
  const bad = (where, call) => cached(`${where} refused ${call.key}`, call, () => refusedNode(call));
  keepingEnd(byId("scroll"), () => settle(byId("messages"), [
    ...all.filter((one) => !one.thread).map((one) => node("main", one, replies.get(one.ts) || 0)),
    ...refused.filter((call) => !call.thread).map((call) => bad("main", call))]));
  const inThread = all.filter((one) => state.thread && (one.ts === state.thread || one.thread === state.thread));
  keepingEnd(byId("thread-scroll"), () => settle(byId("replies"), [
    ...inThread.map((one) => node("thread", one, 0)),
    ...refused.filter((call) => state.thread && call.thread === state.thread).map((call) => bad("thread", call))]));
}

function openThread(ts, focus = false) {
  const scroll = byId("scroll");
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  state.thread = ts;
  byId("thread").hidden = !ts;
  document.body.classList.toggle("in-thread", Boolean(ts));
  draw();
  // The pane beside it makes this one narrower, and so longer.
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
  if (ts && (focus || wide.matches)) byId("thread-composer").querySelector("textarea").focus();
}

function drawIntro() {
  const intro = byId("intro");
  const channel = channelOf(state.place);
  intro.hidden = !channel || !state.starters || state.place === HOME;
  if (intro.hidden) return;
  const direct = channel.kind === "im";
  const mention = direct ? "" : "@docent ";
  const ask = (text) => el("button", { type: "button", class: "try", onclick: () => send(mention + text) }, text);
  const dismissed = kept.get("tried") === "yes";
  const again = el("button", { type: "button", class: "tool", onclick: () => { kept.set("tried", "no"); draw(); } }, "What to try");
  const done = el("button", { type: "button", class: "quiet", onclick: () => { kept.set("tried", "yes"); draw(); byId("message").focus(); } }, "Hide this");
  intro.replaceChildren(...(dismissed ? [again] : [
    el("h2", {}, "What to try"),
    el("p", {}, "This is a small workspace on your machine, with the bot that runs on Slack. Nothing leaves it, and nothing is kept. Ask one of these:"),
    el("div", { class: "tries" }, ...state.starters.questions.map(ask)),
    el("p", {}, "And one that no document answers, so that Docent says so:"),
    el("div", { class: "tries" }, ask(state.starters.declined)),
    el("p", { class: "hint" }, direct ? "Here you need not name Docent." : "In a channel, name @docent; in its thread you need not any more. /docent and a question gets an answer that only you see."),
    done]));
}

function drawPlaces() {
  const entry = (id, title, count) => el("li", {}, el("button", {
    type: "button", class: "place", "aria-current": id === state.place ? "page" : null, onclick: () => go(id, true),
  }, el("span", {}, title), count ? el("span", { class: "count", "aria-label": `${count} new` }, String(count)) : ""));
  const channels = state.hello.channels;
  const list = (title, entries) => [el("h2", {}, title), el("ul", {}, ...entries)];
  const shortcuts = state.hello.shortcuts.filter((one) => one.kind === "global").map(({ callback, name, about }) => el("li", {},
    el("button", { type: "button", class: "place", title: about, onclick: () => act("shortcut", { callback }) }, `${name} \u2026`)));
  const row = (one) => entry(one.id, titleOf(one), state.unread.get(one.id));
  const focused = document.activeElement?.closest?.("#places") ? document.activeElement.textContent : null;
  byId("places").replaceChildren(
    ...list("Channels", channels.filter((one) => one.kind !== "im").map(row)),
    ...list("Direct messages", channels.filter((one) => one.kind === "im").map(row)),
    ...list("Apps", [entry(HOME, "Docent: Home"), ...shortcuts]));
  if (focused) [...byId("places").querySelectorAll("button")].find((one) => one.textContent === focused)?.focus();
}

function drawHead() {
  const channel = channelOf(state.place);
  byId("title").textContent = channel ? titleOf(channel) : "Docent: Home";
  const about = channel ? { im: "A direct message: only you and Docent" }[channel.kind] || "Everybody here sees what is written" : "The app's own page";
  byId("about").textContent = about;
  byId("messages").hidden = byId("composer").hidden = !channel;
  byId("home").hidden = Boolean(channel);
  const tried = channel && kept.get("tried") === "yes";
  const prompts = (tried && state.prompts.get(state.place)?.prompts) || [];
  byId("composer").querySelector(".prompts").replaceChildren(...prompts.map((one) => el("button", {
    type: "button", class: "try", onclick: () => send(one.message),
  }, one.title)));
}

function drawHome() {
  if (state.place !== HOME) return;
  const home = state.home;
  byId("home").replaceChildren(...(home?.id ? drawn(home.payload.blocks, context({ view: home.id })) : [el("p", { class: "hint" }, "Docent is asked for its page \u2026")]),
    ...(home?.id ? [el("div", { class: "tools" }, el("button", {
      type: "button", class: "tool", onclick: () => openSent("What was sent", home.payload.blocks, home.violations, "home"),
    }, "What was sent"))] : []));
}

function draw() {
  planned = false;
  if (!state.hello) return;
  drawPlaces();
  drawHead();
  drawIntro();
  drawMessages();
}

function plan() {
  if (!planned) { planned = true; requestAnimationFrame(draw); }
}

function go(place, focus = false) {
  state.place = place;
  state.unread.delete(place);
  byId("places").classList.remove("open");
  byId("menu").setAttribute("aria-expanded", "false");
  openThread("");
  drawHome();
  if (place === HOME) act("open", { tab: "home" });
  else if (channelOf(place)?.kind === "im") act("open", { tab: "messages" });
  byId("scroll").scrollTop = byId("scroll").scrollHeight;
  if (focus && place !== HOME) byId("message").focus();
}

// The stream

const HEARD = {
  hello(given) {
    Object.assign(state, { hello: given, ready: false, home: null });
    for (const name of ["messages", "refused", "prompts", "unread"]) state[name].clear();
    cache.clear();
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
    if (state.ready) notice(`Slack refused ${given.method}: ${given.error}`, true);
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
    banner.replaceChildren(...(given.problems.length ? [
      el("strong", {}, given.reloads ? "The content has changed, and has problems. What was good last stays in force." : "The content has problems."),
      el("ul", {}, ...given.problems.slice(0, 8).map((line) => el("li", {}, el("code", {}, line))))] : []));
    if (given.reloads > state.reloads && !given.problems.length) notice("The content has changed and was read anew.");
    state.reloads = given.reloads;
  },
  ready: () => { state.ready = true; },
};

function listen() {
  stream?.close();
  stream = new EventSource(`/page/events?user=${encodeURIComponent(state.user)}`);
  stream.onopen = () => { byId("state").textContent = "connected"; document.body.dataset.state = "connected"; };
  stream.onerror = () => { byId("state").textContent = "not connected: is it running?"; document.body.dataset.state = "lost"; };
  for (const [kind, heard] of Object.entries(HEARD)) {
    stream.addEventListener(kind, (event) => { heard(JSON.parse(event.data)); plan(); });
  }
}

function theme(next) {
  const themes = ["auto", "light", "dark"];
  const now = themes[(themes.indexOf(kept.get("theme") || "auto") + (next ? 1 : 0)) % 3];
  kept.set("theme", now);
  document.documentElement.dataset.theme = now;
  byId("theme").replaceChildren(el("span", { class: "wide" }, "Theme: "), now);
  byId("theme").setAttribute("aria-label", `Theme: ${now}`);
}

composer(byId("composer"), "message", "Write a message", (text) => send(text));
composer(byId("thread-composer"), "reply", "Reply in the thread", (text) => send(text, state.thread));
byId("wiring-open").addEventListener("click", openWiring);
byId("theme").addEventListener("click", () => theme(true));
byId("thread-close").addEventListener("click", () => { openThread(""); byId("message").focus(); });
byId("thread").addEventListener("keydown", (event) => { if (event.key === "Escape") byId("thread-close").click(); });
byId("menu").addEventListener("click", () => {
  byId("menu").setAttribute("aria-expanded", String(byId("places").classList.toggle("open")));
});
byId("who").addEventListener("change", () => { state.user = byId("who").value; kept.set("user", state.user); listen(); });
theme(false);
listen();
