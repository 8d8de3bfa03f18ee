// The message box: grows with its text, and completes names, channels and commands.

import { state } from "./acts.js";
import { el } from "./words.js";

function candidates(text, at) {
  const before = text.slice(0, at);
  const found = before.match(/(^|\s)([@#/])([\w-]*)$/);
  if (!found || (found[2] === "/" && before.trimStart() !== found[2] + found[3])) return { list: [] };
  const names = {
    "@": state.hello.people.map((one) => one.name).sort((one) => (one === "docent" ? -1 : 1)),
    "#": state.hello.channels.filter((one) => one.name).map((one) => one.name),
    "/": state.hello.commands.map((one) => one.command.slice(1)),
  }[found[2]];
  const about = (text) => state.hello.commands.find((one) => one.command === text) || {};
  const list = names.filter((name) => name.startsWith(found[3].toLowerCase())).map((name) => ({ text: found[2] + name, ...about(found[2] + name) }));
  return { list, from: at - found[2].length - found[3].length };
}

export function composer(holder, id, name, send) {
  const box = el("textarea", {
    id, rows: "1", "aria-label": name, placeholder: name, autocomplete: "off",
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`,
  });
  const list = el("ul", { id: `${id}-list`, role: "listbox", class: "options", hidden: true, "aria-label": "Completions" });
  let offered = { list: [] };
  let active = 0;
  const show = () => {
    list.hidden = !offered.list.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    list.replaceChildren(...offered.list.map(({ text, about, hint }, at) => el("li", {
      id: `${id}-${at}`, role: "option", "aria-selected": String(at === active),
      onpointerdown: (event) => { event.preventDefault(); take(text); },
    }, el("strong", {}, text), hint ? el("small", {}, ` ${hint}`) : "", about ? el("small", { class: "line" }, about) : "")));
    if (list.hidden) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", `${id}-${active}`);
  };
  const grow = () => { box.rows = Math.min(8, Math.max(1, box.value.split("\n").length)); };
  const take = (text) => {
    const end = box.selectionStart;
    box.setRangeText(`${text} `, offered.from, end, "end");
    offered = { list: [] };
    show();
    box.focus();
  };
  const submit = async () => {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    grow();
    if (!(await send(text)) && !box.value) { box.value = text; grow(); }
  };
  box.addEventListener("input", () => { grow(); active = 0; offered = candidates(box.value, box.selectionStart); show(); });
  box.addEventListener("blur", () => { offered = { list: [] }; show(); });
  box.addEventListener("keydown", (event) => {
    const open = offered.list.length > 0;
    if (open && event.key === "ArrowDown") { active = (active + 1) % offered.list.length; show(); }
    else if (open && event.key === "ArrowUp") { active = (active + offered.list.length - 1) % offered.list.length; show(); }
    else if (open && (event.key === "Enter" || event.key === "Tab")) take(offered.list[active].text);
    else if (open && event.key === "Escape") { offered = { list: [] }; show(); event.stopPropagation(); }
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit();
    else return;
    event.preventDefault();
  });
  holder.replaceChildren(el("div", { class: "prompts" }), el("form", {
    class: "composer", onsubmit: (event) => { event.preventDefault(); submit(); },
  }, el("div", { class: "combo" }, list, box), el("button", { type: "submit", class: "press primary" }, "Send")));
}
