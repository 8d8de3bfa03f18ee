// Blocks as nodes. A block that is not known is shown as such, with its JSON: never dropped.

import { field, isEmpty, nextId, pressable } from "./fields.js";
import { el, inline, markdown, richText, textObject } from "./words.js";

function unknown(part) {
  return el("div", { class: "unknown" }, el("p", {}, `The playground does not draw "${part?.type ?? "this"}":`),
    el("pre", { tabindex: "0" }, JSON.stringify(part, null, 2)));
}

function image(part) {
  // Nothing is fetched from anywhere: the page leaves no trace outside this machine.
  return el("span", { class: "image", role: "img", "aria-label": part.alt_text || "image" }, part.alt_text || "image");
}

function pressables(elements, context) {
  return (elements || []).map((element) => pressable(element, context) || unknown(element));
}

function section(block, context) {
  const made = el("div", { class: "section" });
  const words = el("div", { class: "words" });
  if (block.text) words.append(el("div", { class: "text" }, ...textObject(block.text)));
  if (block.fields) {
    words.append(el("div", { class: "fields" }, ...block.fields.map((one) => el("div", { class: "text" }, ...textObject(one)))));
  }
  made.append(words);
  if (block.accessory) {
    made.append(block.accessory.type === "image" ? image(block.accessory) : pressables([block.accessory], context)[0]);
  }
  return made;
}

function cellNodes(cell) {
  if (!cell) return [];
  return cell.type === "rich_text" ? inline(cell) : [cell.text ?? ""];
}

function cellText(cell) {
  return el("span", {}, ...cellNodes(cell)).textContent;
}

const isBold = (cell) => cell?.type === "rich_text"
  && (cell.elements || []).every((part) => (part.elements || []).every((run) => run.style?.bold));

function row(cells, settings, headed) {
  return el("tr", {}, ...cells.map((cell, at) => {
    const align = settings[at]?.align;
    const properties = { class: [align || "", settings[at]?.is_wrapped === false ? "nowrap" : ""].join(" ").trim() || null };
    return headed === at ? el("th", { scope: "row", ...properties }, ...cellNodes(cell))
      : el("td", properties, ...cellNodes(cell));
  }));
}

function framed(table, name) {
  return el("div", { class: "table", role: "region", tabindex: "0", "aria-label": name }, table);
}

function table(block) {
  const [head = [], ...rows] = block.rows || [];
  const settings = block.column_settings || [];
  const keyed = rows.length > 0 && rows.every((cells) => isBold(cells[0]));
  return framed(el("table", {},
    el("thead", {}, el("tr", {}, ...head.map((cell) => el("th", { scope: "col" }, ...cellNodes(cell))))),
    el("tbody", {}, ...rows.map((cells) => row(cells, settings, keyed ? 0 : -1)))), "Table");
}

function compare(one, other) {
  if (one?.type === "raw_number" && other?.type === "raw_number") return one.value - other.value;
  return cellText(one).localeCompare(cellText(other), undefined, { numeric: true, sensitivity: "base" });
}

function dataTable(block) {
  const [head = [], ...rows] = block.rows || [];
  const size = block.page_size || 5;
  const body = el("tbody");
  const status = el("span", { role: "status" });
  const view = { typed: "", column: -1, down: false, page: 0 };
  const heads = head.map((cell, at) => el("th", { scope: "col" }, el("button", {
    type: "button", class: "sort",
    onclick: () => { view.down = view.column === at && !view.down; view.column = at; view.page = 0; fill(); },
  }, ...cellNodes(cell))));
  const back = el("button", { type: "button", class: "press small", onclick: () => { view.page -= 1; fill(); } }, "Back");
  const next = el("button", { type: "button", class: "press small", onclick: () => { view.page += 1; fill(); } }, "Next");
  const filter = el("input", {
    type: "search", placeholder: "Filter", "aria-label": "Filter the rows",
    oninput: () => { view.typed = filter.value.toLowerCase(); view.page = 0; fill(); },
  });
  function fill() {
    const fitting = rows.filter((cells) => cells.map(cellText).join(" ").toLowerCase().includes(view.typed));
    if (view.column >= 0) {
      fitting.sort((one, other) => compare(one[view.column], other[view.column]) * (view.down ? -1 : 1));
    }
    heads.forEach((th, at) => {
      if (at === view.column) th.setAttribute("aria-sort", view.down ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    const pages = Math.max(1, Math.ceil(fitting.length / size));
    const page = fitting.slice(view.page * size, (view.page + 1) * size);
    body.replaceChildren(...page.map((cells) => row(cells, [], block.row_header_column_index ?? -1)));
    status.textContent = `${fitting.length} of ${rows.length} rows${pages > 1 ? `, page ${view.page + 1} of ${pages}` : ""}`;
    back.disabled = view.page === 0;
    next.disabled = view.page >= pages - 1;
    back.hidden = next.hidden = pages === 1;
  }
  fill();
  const made = el("table", {}, el("caption", {}, block.caption || ""), el("thead", {}, el("tr", {}, ...heads)), body);
  return el("div", { class: "data" }, framed(made, block.caption || "Table"), el("div", { class: "tools" }, filter, back, next, status));
}

function input(block, context, place) {
  const element = block.element || {};
  const name = block.label?.text || "";
  const named = block.block_id || `block-${place}`;
  const made = field(element, context, name, named);
  if (!made) return unknown(block);
  const id = nextId("field");
  const control = made.node.matches("input, textarea") ? made.node : made.node.querySelector("input") || made.node;
  const error = el("p", { class: "error", id: `${id}-error`, hidden: true });
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-error`);
  const tell = (message) => {
    error.textContent = message;
    error.hidden = !message;
    control.setAttribute("aria-invalid", String(Boolean(message)));
  };
  context.fields?.push({
    block: named, action: element.action_id || id, state: made.state, control, tell,
    missing: () => !block.optional && isEmpty(made.state),
  });
  return el("div", { class: "input" },
    el("label", { for: id }, name, block.optional ? el("span", { class: "optional" }, " (optional)") : ""),
    made.node, block.hint ? el("p", { class: "hint" }, ...textObject(block.hint)) : "", error);
}

function draw(block, context, place) {
  switch (block?.type) {
    case "header": return el("h3", {}, ...textObject(block.text));
    case "section": return section(block, context);
    case "divider": return el("hr");
    case "context": return el("div", { class: "context" }, ...(block.elements || []).map(
      (one) => (one.type === "image" ? image(one) : el("span", {}, ...textObject(one)))));
    case "rich_text": return el("div", { class: "rich" }, ...richText(block));
    case "markdown": return el("div", { class: "rich" }, ...markdown(block.text || ""));
    case "table": return table(block);
    case "data_table": return dataTable(block);
    case "actions": return el("div", { class: "actions" }, ...pressables(block.elements, context));
    case "context_actions": return el("div", { class: "actions" }, ...pressables(block.elements, context));
    case "image": return image(block);
    case "input": return input(block, context, place);
    default: return unknown(block);
  }
}

/** In: a message's or a view's blocks, and what to do when something in them is used. Out: their nodes. */
export function drawn(blocks, context) {
  return (blocks || []).map((block, place) => {
    try {
      return draw(block, context, place);
    } catch (error) {
      return el("div", {}, unknown(block), el("p", { class: "error" }, String(error)));
    }
  });
}
