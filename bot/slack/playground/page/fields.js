// What can be pressed, picked and filled in. Each element tells its own state in Slack's words.

import { icon } from "./icons.js";
import { refill } from "./notices.js";
import { el, names, textObject } from "./words.js";

let count = 0;
export const nextId = (prefix) => `${prefix}-${(count += 1)}`;

const label = (given) => (given ? given.text || "" : "");

/** Ask first, where the bot wants that asked. Out: whether it is confirmed. */
function confirmed(element) {
  const asked = element.confirm;
  if (!asked) return Promise.resolve(true);
  const dialog = document.getElementById("confirm");
  return new Promise((decide) => {
    const leave = (value) => () => dialog.close(value);
    dialog.returnValue = "";
    refill(dialog,
      el("div", { class: "head" }, el("h2", { id: "confirm-title" }, label(asked.title))),
      el("div", { class: "inside short" }, el("div", { class: "text" }, ...textObject(asked.text))),
      el("div", { class: "foot" },
        el("button", { type: "button", class: "press", onclick: leave("") }, label(asked.deny)),
        el("button", { type: "button", class: `press ${asked.style === "danger" ? "danger" : "primary"}`, onclick: leave("yes") }, label(asked.confirm))));
    dialog.onclose = () => decide(dialog.returnValue === "yes");
    dialog.showModal();
  });
}

function button(element, context) {
  const made = el("button", {
    type: "button",
    class: `press ${element.style || ""}`,
    "aria-label": element.accessibility_label,
    onclick: async () => { if (await confirmed(element)) context.press(element, {}, made); },
  }, ...textObject(element.text));
  return made;
}

function feedback(element, context) {
  const group = el("div", { class: "feedback", role: "group", "aria-label": "Was this answer helpful?" });
  for (const [name, sign] of [["positive_button", "up"], ["negative_button", "down"]]) {
    const given = element[name] || {};
    const made = el("button", {
      type: "button",
      class: "press small",
      "aria-pressed": "false",
      "aria-label": given.accessibility_label,
      onclick: () => {
        for (const other of group.children) other.setAttribute("aria-pressed", String(other === made));
        context.press(element, { value: given.value }, made);
      },
    }, icon(sign), ...textObject(given.text));
    group.append(made);
  }
  return group;
}

/** A field that narrows its options as one types: from the bot (external) or from its own list. */
export function combobox(element, context, name, picked, initial = element.initial_option) {
  const id = nextId("combo");
  const list = el("ul", { id, role: "listbox", class: "options", hidden: true, "aria-label": name });
  const field = el("input", {
    type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": id,
    "aria-autocomplete": "list", "aria-label": name, placeholder: label(element.placeholder) || "Choose",
  });
  let options = [];
  let active = -1;
  let asked = 0;
  const show = (open) => {
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (!open) field.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    active = place;
    [...list.children].forEach((child, at) => child.setAttribute("aria-selected", String(at === active)));
    const marked = list.children[active];
    if (marked) { field.setAttribute("aria-activedescendant", marked.id); marked.scrollIntoView({ block: "nearest" }); }
  };
  const choose = (option) => { field.value = label(option.text); show(false); picked(option); };
  const fill = (found) => {
    options = found;
    list.replaceChildren(...found.map((option, at) => el("li", {
      id: `${id}-${at}`, role: "option", "aria-selected": "false",
      onpointerdown: (event) => { event.preventDefault(); choose(option); },
    }, ...textObject(option.text))));
    if (!found.length) list.append(el("li", { class: "none" }, "Nothing fits."));
    mark(found.length ? 0 : -1);
    show(true);
  };
  const own = [...(element.options || []), ...(element.option_groups || []).flatMap((group) => group.options || [])];
  const look = async () => {
    const typed = field.value;
    if (element.type !== "external_select") {
      fill(own.filter((option) => label(option.text).toLowerCase().includes(typed.toLowerCase())));
      return;
    }
    if (typed.length < (element.min_query_length ?? 3)) { show(false); return; }
    const mine = (asked += 1);
    const found = await context.options(element, typed);
    if (mine === asked && document.activeElement === field) fill(found);
  };
  let pause;
  field.addEventListener("input", () => { picked(null); clearTimeout(pause); pause = setTimeout(look, 120); });
  field.addEventListener("click", look);
  field.addEventListener("blur", () => show(false));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) look();
    else if (event.key === "ArrowDown") mark(Math.min(active + 1, options.length - 1));
    else if (event.key === "ArrowUp") mark(Math.max(active - 1, 0));
    else if (event.key === "Enter" && !list.hidden && options[active]) choose(options[active]);
    else if (event.key === "Escape" && !list.hidden) { show(false); event.stopPropagation(); }
    else return;
    event.preventDefault();
  });
  if (initial) { field.value = label(initial.text); picked(initial); }
  return el("div", { class: "combo select" }, field, icon("caret"), list);
}

const PLAIN = {
  plain_text_input: "text", email_text_input: "email", url_text_input: "url", number_input: "number",
  datepicker: "date", timepicker: "time",
};

function choices(element, state, several, filled) {
  const group = el("div", { role: several ? "group" : "radiogroup", class: "choices" });
  const name = nextId("choice");
  const begun = filled ? [...(filled.selected_options || []), filled.selected_option] : [...(element.initial_options || []), element.initial_option];
  const initial = begun.filter(Boolean).map((one) => one.value);
  const read = () => {
    const on = [...group.querySelectorAll("input")].flatMap((field, at) => (field.checked ? [element.options[at]] : []));
    if (several) state.selected_options = on; else state.selected_option = on[0] || null;
  };
  for (const option of element.options || []) {
    const field = el("input", { type: several ? "checkbox" : "radio", name, onchange: read });
    field.checked = initial.includes(option.value);
    group.append(el("label", {}, field, el("span", {}, ...textObject(option.text)),
      option.description ? el("small", {}, ...textObject(option.description)) : ""));
  }
  read();
  return group;
}

/** One element of an actions block, a section or a context_actions block. Null for one that is not known. */
export function pressable(element, context) {
  switch (element.type) {
    case "button": return button(element, context);
    case "feedback_buttons": return feedback(element, context);
    case "static_select":
    case "external_select":
      return combobox(element, context, label(element.placeholder) || "Choose", (option) => {
        if (option) context.pick(element, option);
      });
    default: return null;
  }
}

/** One field of an input block: its node, and its state as Slack gives it to the bot. Null for one that is not known. */
export function field(element, context, name, block) {
  const state = { type: element.type };
  const filled = context.filled?.[block]?.[element.action_id];
  let node = null;
  if (element.type in PLAIN) {
    const key = { datepicker: "selected_date", timepicker: "selected_time" }[element.type] || "value";
    const several = element.type === "plain_text_input" && element.multiline;
    node = el(several ? "textarea" : "input", {
      type: several ? null : PLAIN[element.type], rows: several ? "4" : null, maxlength: element.max_length,
      placeholder: label(element.placeholder) || null, autocomplete: "off",
    });
    node.value = filled?.[key] ?? (element.initial_value || element.initial_date || element.initial_time || "");
    const read = () => { state[key] = node.value || null; };
    node.addEventListener("input", read);
    read();
  } else if (element.type === "static_select" || element.type === "external_select") {
    state.selected_option = null;
    const picked = (option) => { state.selected_option = option; };
    node = combobox(element, context, name, picked, filled?.selected_option || element.initial_option);
  } else if (element.type === "conversations_select") {
    state.selected_conversation = null;
    const options = [...names.channels].filter(([, name]) => name).map(
      ([value, name]) => ({ text: { type: "plain_text", text: `#${name}` }, value }));
    const begun = filled?.selected_conversation || element.initial_conversation;
    const picked = (option) => { state.selected_conversation = option?.value ?? null; };
    node = combobox({ ...element, options }, context, name, picked, options.find((one) => one.value === begun));
  } else if (element.type === "checkboxes" || element.type === "multi_static_select") {
    node = choices(element, state, true, filled);
  } else if (element.type === "radio_buttons") {
    node = choices(element, state, false, filled);
  }
  return node && { node, state };
}

export const isEmpty = (state) => Object.entries(state).every(
  ([name, value]) => name === "type" || value === null || value === "" || (Array.isArray(value) && !value.length),
);
