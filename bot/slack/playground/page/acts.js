// What all parts of the page share: what is known, and how something is done.

import { notice } from "./notices.js";

export const byId = (id) => document.getElementById(id);
export const kept = {
  get: (name) => { try { return localStorage.getItem(`docent.${name}`); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(`docent.${name}`, value); } catch { /* private window */ } },
};

export const state = {
  user: kept.get("user") || "U0ANA", hello: null, place: "", home: null, thread: "", ready: false, sentIn: "",
  messages: new Map(), refused: new Map(), prompts: new Map(), unread: new Map(), starters: null, reloads: 0,
};
export const HOME = "home";
export const channelOf = (id) => state.hello?.channels.find((one) => one.id === id);

async function post(deed, given) {
  const response = await fetch(`/page/${deed}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ user: state.user, ...given }),
  });
  return response.json();
}

export async function act(deed, given, node) {
  node?.setAttribute("aria-busy", "true");
  try {
    const answer = await post(deed, given);
    if (!answer.ok) notice(answer.error, true);
    return answer;
  } catch {
    notice("The playground does not answer. Has it been stopped?", true);
    return { ok: false };
  } finally {
    node?.removeAttribute("aria-busy");
  }
}

/** What the blocks in a message or a view (``place``) can do; ``filled``: what its fields hold to begin with. */
export function context(place, fields = [], filled = {}) {
  // What is filled in around a button goes with its press, as in Slack's state.values.
  const values = () => {
    const found = {};
    for (const one of fields) (found[one.block] ||= {})[one.action] = one.state;
    return found;
  };
  return {
    fields,
    filled,
    values,
    press: (element, more, node) => act("press", { ...place, action: element.action_id, values: values(), ...more }, node),
    pick: (element, option) => act("press", { ...place, action: element.action_id, values: values(), option }),
    options: async (element, typed) => (await act("options", { ...place, action: element.action_id, typed })).options || [],
  };
}
