// What a person writes, on its way: a message, a reply or a command.

import { act, channelOf, state } from "./acts.js";
import { notice } from "./notices.js";
import { openThread } from "./thread.js";

export async function send(text, thread = "") {
  const channel = state.place;
  const from = document.activeElement;
  state.sentIn = thread ? "thread-scroll" : "scroll";
  if (text.startsWith("/") && thread) {
    notice("Slash commands do not work in threads, here as in Slack.", true);
    return false;
  }
  if (text.startsWith("/")) return (await act("command", { channel, text })).ok;
  const answer = await act("say", { channel, text, thread });
  // The answer comes in the thread of its question: who asks wants to see it.
  const asked = channelOf(channel)?.kind === "im" || /(^|\s)@docent\b/i.test(text);
  const gone = from.isConnected && ![from, document.body].includes(document.activeElement);
  if (answer.ok && !thread && asked) openThread(answer.ts, false, !gone);
  return answer.ok;
}
