// Where one can be: channels, the direct message, the app's own page; and the head that says where one is.

import { act, byId, channelOf, HOME, state } from "./acts.js";
import { draw, quietly } from "./drawing.js";
import { drawHome } from "./home.js";
import { openThread } from "./thread.js";
import { send } from "./sending.js";
import { el } from "./words.js";

const wide = window.matchMedia("(min-width: 42rem)");
const titleOf = (channel) => (channel.kind === "im" ? "docent" : `# ${channel.name}`);
const direct = () => state.hello.channels.find((one) => one.kind === "im");

function menu(open) {
  byId("places").classList.toggle("open", open);
  byId("menu").setAttribute("aria-expanded", String(open));
}

export function go(place, focus = false) {
  state.place = place;
  state.unread.delete(place);
  menu(false);
  quietly(byId("messages"), () => openThread(""));
  drawHome();
  if (place === HOME) act("open", { tab: "home" });
  else if (channelOf(place)?.kind === "im") act("open", { tab: "messages" });
  byId("scroll").scrollTop = place === HOME ? 0 : byId("scroll").scrollHeight;
  if (focus) (place === HOME ? byId("title") : byId("message")).focus();
}

export function drawPlaces() {
  const entry = (id, sign, title, count) => el("li", {}, el("button", {
    type: "button", class: "place", "aria-current": id === state.place ? "page" : null, onclick: () => go(id, true),
  }, el("span", {}, sign ? "" : el("span", { class: "face bot small", "aria-hidden": "true" }), sign + title),
  count ? el("span", { class: "count", "aria-label": `${count} new` }, String(count)) : ""));
  const list = (title, entries) => [el("h2", {}, title), el("ul", {}, ...entries)];
  const shortcuts = state.hello.shortcuts.filter((one) => one.kind === "global").map(({ callback, name, about }) => el("li", {},
    el("button", { type: "button", class: "place", title: about, onclick: () => { menu(false); act("shortcut", { callback }); } }, `${name} \u2026`)));
  const row = (one) => entry(one.id, one.kind === "im" ? "" : "# ", one.name || "docent", state.unread.get(one.id));
  const channels = state.hello.channels;
  const focused = document.activeElement?.closest?.("#places") ? document.activeElement.textContent : null;
  byId("places").replaceChildren(
    ...list("Channels", channels.filter((one) => one.kind !== "im").map(row)),
    ...list("Direct messages", channels.filter((one) => one.kind === "im").map(row)),
    ...list("Apps", [entry(HOME, "", "Docent: Home"), ...shortcuts]));
  if (focused) [...byId("places").querySelectorAll("button")].find((one) => one.textContent === focused)?.focus();
}

function tabs(channel) {
  if (channel && channel.kind !== "im") return [];
  const tab = (place, name) => el("button", {
    type: "button", class: "tab", "aria-current": place === state.place ? "page" : null, onclick: () => go(place, true),
  }, name);
  return [tab(HOME, "Home"), tab(direct().id, "Messages")];
}

export function drawHead() {
  const channel = channelOf(state.place);
  const about = channel ? { im: "A direct message: only you and Docent" }[channel.kind] || "Everybody here sees what is written" : "The app's own page";
  byId("title").textContent = channel ? titleOf(channel) : "Docent: Home";
  byId("about").textContent = about;
  if (byId("tabs").dataset.place !== state.place) {
    byId("tabs").dataset.place = state.place;
    byId("tabs").replaceChildren(...tabs(channel));
  }
  byId("thread-about").textContent = channel ? titleOf(channel) : "";
  byId("messages").parentElement.hidden = byId("composer").hidden = !channel;
  byId("home").hidden = Boolean(channel);
  if (!channel) return;
  const to = `Message ${channel.kind === "im" ? "docent" : `#${channel.name}`}`;
  byId("message").placeholder = channel.kind === "im" || !wide.matches ? to : `${to}, with @docent to ask it`;
  const prompts = (byId("intro").hidden && state.prompts.get(state.place)?.prompts) || [];
  byId("composer").querySelector(".prompts").replaceChildren(...prompts.map((one) => el("button", {
    type: "button", class: "try", onclick: () => send(one.message),
  }, one.title)));
}

export function watchPlaces() {
  byId("menu").addEventListener("click", () => {
    const open = !byId("places").classList.contains("open");
    menu(open);
    if (open) byId("places").querySelector("[aria-current]")?.focus();
  });
  byId("places").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && byId("places").classList.contains("open")) { menu(false); byId("menu").focus(); }
  });
  document.querySelector(".body").addEventListener("pointerdown", (event) => {
    if (!event.target.closest("#places")) menu(false);
  });
  wide.addEventListener("change", draw);
}
