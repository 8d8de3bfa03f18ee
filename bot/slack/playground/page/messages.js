// Messages as nodes: in the channel, in the thread beside it, and what Slack has refused.

import { act, byId, context, state } from "./acts.js";
import { clock, dayOf, divider, time } from "./days.js";
import { openSent } from "./dialogs.js";
import { drawn } from "./draw.js";
import { icon } from "./icons.js";
import { openThread } from "./thread.js";
import { el, mrkdwn, names } from "./words.js";

const nameOf = (user) => names.people.get(user) || user;

function face(user, small = false) {
  const bot = user === state.hello.bot;
  return el("span", { class: `face${bot ? " bot" : ""}${small ? " small" : ""}`, "aria-hidden": "true", "data-name": nameOf(user) },
    bot ? "" : nameOf(user)[0].toUpperCase());
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

function answers(message, replies) {
  const users = [...new Set(replies.map((one) => one.user))].slice(0, 3);
  return el("button", { type: "button", class: "replies", onclick: () => openThread(message.ts, true) },
    el("span", { class: "faces" }, ...users.map((user) => face(user, true))),
    el("strong", {}, replies.length === 1 ? "1 reply" : `${replies.length} replies`),
    el("span", { class: "last" }, `last at ${clock(replies.at(-1).ts)}`));
}

function only(message) {
  const dismiss = async (event) => {
    const { ok } = await act("dismiss", { channel: message.channel, ts: message.ts }, event.currentTarget);
    if (ok) byId(message.thread ? "reply" : "message").focus();
  };
  return el("p", { class: "only" }, icon("eye"), "Only visible to you", " \u00b7 ",
    el("button", { type: "button", class: "tool", onclick: dismiss }, "Dismiss"));
}

function messageNode(message, replies) {
  return el("li", { class: `message${message.private ? " private" : ""}${message.by_bot ? " bot" : ""}`, "data-ts": message.ts },
    face(message.user),
    el("div", { class: "content" },
      message.private ? only(message) : "",
      el("p", { class: "by" }, el("strong", {}, nameOf(message.user)),
        message.user === state.hello.bot ? el("span", { class: "app" }, "app") : "", time(message.ts)),
      ...body(message),
      replies.length ? answers(message, replies) : "",
      tools(message)));
}

/** What Slack has done with a call, in one sentence. */
export const told = (call) => call.why || `Slack refused ${call.method}: ${call.error}`;

function refusedNode(call) {
  const title = call.error ? "What was refused" : "What was sent";
  return el("li", { class: "message bot refused", "data-ts": call.ts }, el("span", { class: "face", "aria-hidden": "true" }, "!"),
    el("div", { class: "content" },
      el("p", { class: "by" }, el("strong", { class: "error" }, told(call)), time(call.ts)),
      ...call.violations.slice(0, 3).map((line) => el("p", {}, el("code", { class: "limit" }, line))),
      el("div", { class: "tools" }, el("button", {
        type: "button", class: "tool", onclick: () => openSent(title, call.blocks, call.violations, "message", call.error),
      }, "What was sent"))));
}

const cache = new Map();

export const forget = () => cache.clear();

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
  const wanted = new Set(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null); });
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

const byTime = (one, other) => Number(one.ts) - Number(other.ts);

function node(where, one, replies = []) {
  if (one.method) return cached(`${where} refused ${one.key}`, one, () => refusedNode(one));
  return cached(`${where} ${one.key}`, [one, replies.length], () => messageNode(one, replies));
}

function withDays(all, replies) {
  let day = "";
  return all.flatMap((one) => {
    const next = dayOf(one.ts);
    const made = node("main", one, replies.get(one.ts));
    if (next === day) return [made];
    day = next;
    return [cached(`day ${next}`, next, () => divider(next)), made];
  });
}

export function drawMessages() {
  const here = [...state.messages.values()].filter((one) => one.channel === state.place);
  const refused = [...state.refused.values()].filter((call) => !call.channel || call.channel === state.place);
  const all = [...here, ...refused].sort(byTime);
  const replies = new Map();
  for (const one of all) {
    if (one.thread && !one.private && !one.method) replies.set(one.thread, [...(replies.get(one.thread) || []), one]);
  }
  keepingEnd(byId("scroll"), () => settle(byId("messages"), withDays(all.filter((one) => !one.thread), replies)));
  const inThread = all.filter((one) => state.thread && (one.ts === state.thread || one.thread === state.thread));
  const [root, ...rest] = inThread.map((one) => node("thread", one));
  const count = rest.length === 1 ? "1 reply" : `${rest.length} replies`;
  const line = rest.length ? [cached("replies", count, () => divider(count))] : [];
  keepingEnd(byId("thread-scroll"), () => settle(byId("replies"), root ? [root, ...line, ...rest] : []));
}
