// Text as nodes: Slack's mrkdwn, rich text and Markdown. Nothing here ever becomes markup: every text is a text node.

export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "class") made.className = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const names = { people: new Map(), channels: new Map() };

const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

function link(url, ...label) {
  if (!/^(https?|mailto):/i.test(url)) return el("span", {}, ...label);
  return el("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, ...label);
}

const person = (id, label) => el("span", { class: "mention" }, `@${label || names.people.get(id) || id}`);
const channel = (id, label) => el("span", { class: "mention" }, `#${label || names.channels.get(id) || id}`);

function reference(inside) {
  const [target, label] = inside.split("|", 2);
  if (target.startsWith("@")) return person(target.slice(1), label);
  if (target.startsWith("#")) return channel(target.slice(1), label);
  if (target.startsWith("!")) return el("span", { class: "mention" }, label || `@${target.slice(1).split("^")[0]}`);
  return link(unescape(target), unescape(label || target));
}

const STYLES = [["*", "strong"], ["_", "em"], ["~", "s"]];

function styled(text) {
  const nodes = [];
  let plain = "";
  const flush = () => { if (plain) nodes.push(unescape(plain)); plain = ""; };
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    let found = rest.match(/^```\n?([\s\S]+?)\n?```/);
    if (found) { flush(); nodes.push(el("pre", {}, unescape(found[1]))); at += found[0].length; continue; }
    found = rest.match(/^`([^`\n]+)`/);
    if (found) { flush(); nodes.push(el("code", {}, unescape(found[1]))); at += found[0].length; continue; }
    found = rest.match(/^<([^<>\n]+)>/);
    if (found) { flush(); nodes.push(reference(found[1])); at += found[0].length; continue; }
    const opens = at === 0 || /[\s([{"'*_~.,;:!?\-\u200b]/.test(text[at - 1]);
    const style = opens && STYLES.find(([sign]) => rest.startsWith(sign));
    if (style) {
      const sign = `\\${style[0]}`;
      found = rest.match(new RegExp(`^${sign}(?=\\S)([^\\n]*?\\S)${sign}(?![\\w])`));
      if (found) { flush(); nodes.push(el(style[1], {}, ...styled(found[1]))); at += found[0].length; continue; }
    }
    plain += text[at];
    at += 1;
  }
  flush();
  return nodes;
}

export function mrkdwn(text) {
  const nodes = [];
  const lines = text.split("\n");
  let plain = [];
  const flush = () => { if (plain.length) nodes.push(...styled(plain.join("\n"))); plain = []; };
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines[at].startsWith("&gt;")) { plain.push(lines[at]); continue; }
    flush();
    const quoted = [];
    while (at < lines.length && lines[at].startsWith("&gt;")) { quoted.push(lines[at].slice(4).trimStart()); at += 1; }
    at -= 1;
    nodes.push(el("blockquote", {}, ...styled(quoted.join("\n"))));
  }
  flush();
  return nodes;
}

export function textObject(given) {
  if (!given) return [];
  return given.type === "mrkdwn" ? mrkdwn(given.text || "") : [given.text || ""];
}

function run(part) {
  let node;
  switch (part.type) {
    case "text": node = part.text; break;
    case "link": node = link(part.url || "", part.text || part.url || ""); break;
    case "user": node = person(part.user_id); break;
    case "channel": node = channel(part.channel_id); break;
    case "usergroup": node = el("span", { class: "mention" }, `@${part.usergroup_id}`); break;
    case "broadcast": node = el("span", { class: "mention" }, `@${part.range}`); break;
    case "emoji": node = part.unicode
      ? String.fromCodePoint(...part.unicode.split("-").map((code) => parseInt(code, 16))) : `:${part.name}:`; break;
    case "date": node = part.fallback || new Date(part.timestamp * 1000).toLocaleString(); break;
    case "color": node = part.value; break;
    default: node = el("code", { class: "unknown" }, JSON.stringify(part));
  }
  const style = part.style || {};
  for (const [name, tag] of [["code", "code"], ["bold", "strong"], ["italic", "em"], ["strike", "s"], ["underline", "u"]]) {
    if (style[name]) node = el(tag, {}, node);
  }
  return node;
}

const runs = (parts) => (parts || []).map(run);

function nested(parts) {
  // A list comes as a flat run of pieces with indents; people and screen readers get one list with lists inside.
  const roots = [];
  const open = [];
  for (const part of parts) {
    const depth = part.indent || 0;
    while (open.length && open.at(-1).depth > depth) open.pop();
    if (open.length && open.at(-1).depth === depth && open.at(-1).style !== part.style) open.pop();
    if (!open.length || open.at(-1).depth < depth) {
      const list = el(part.style === "ordered" ? "ol" : "ul", { start: part.offset ? String(part.offset + 1) : null });
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list); else roots.push(list);
      open.push({ depth, list, style: part.style });
    }
    for (const item of part.elements || []) open.at(-1).list.append(el("li", {}, ...(item.nodes || runs(item.elements))));
  }
  return roots;
}

export function richText(block) {
  const nodes = [];
  let lists = [];
  const flush = () => { nodes.push(...nested(lists)); lists = []; };
  for (const part of block.elements || []) {
    if (part.type === "rich_text_list") { lists.push(part); continue; }
    flush();
    if (part.type === "rich_text_section") nodes.push(el("p", {}, ...runs(part.elements)));
    else if (part.type === "rich_text_preformatted") nodes.push(el("pre", { tabindex: "0" }, ...runs(part.elements)));
    else if (part.type === "rich_text_quote") nodes.push(el("blockquote", {}, ...runs(part.elements)));
    else nodes.push(el("code", { class: "unknown" }, JSON.stringify(part)));
  }
  flush();
  return nodes;
}

export function inline(part) {
  // A table's cell: one section alone needs no paragraph around it.
  const only = (part.elements || []).length === 1 && part.elements[0].type === "rich_text_section";
  return only ? runs(part.elements[0].elements) : richText(part);
}

function markdownRuns(text) {
  const nodes = [];
  const signs = /(`[^`]+`)|(\*\*(?=\S)[^*]+\*\*)|((?<![*\w])[*_](?=\S)[^*_]+[*_](?!\w))|(~~[^~]+~~)|\[([^\]]+)\]\(([^)\s]+)\)/g;
  let from = 0;
  for (const found of text.matchAll(signs)) {
    nodes.push(text.slice(from, found.index));
    const [whole, code, bold, italic, strike, label, url] = found;
    if (code) nodes.push(el("code", {}, code.slice(1, -1)));
    else if (bold) nodes.push(el("strong", {}, ...markdownRuns(bold.slice(2, -2))));
    else if (italic) nodes.push(el("em", {}, ...markdownRuns(italic.slice(1, -1))));
    else if (strike) nodes.push(el("s", {}, strike.slice(2, -2)));
    else nodes.push(link(url, label));
    from = found.index + whole.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

export function markdown(text) {
  const nodes = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (/^```/.test(line)) {
      const end = lines.findIndex((other, place) => place > at && /^```/.test(other));
      nodes.push(el("pre", { tabindex: "0" }, lines.slice(at + 1, end < 0 ? lines.length : end).join("\n")));
      at = end < 0 ? lines.length : end;
    } else if (/^#{1,6} /.test(line)) {
      nodes.push(el("p", { class: "heading" }, el("strong", {}, ...markdownRuns(line.replace(/^#+ /, "")))));
    } else if (line.includes("|") && /^[\s|:-]+$/.test(lines[at + 1] || "") && (lines[at + 1] || "").includes("-")) {
      const head = el("tr", {}, ...cells(line).map((cell) => el("th", { scope: "col" }, ...markdownRuns(cell))));
      const body = el("tbody");
      for (at += 2; at < lines.length && lines[at].includes("|"); at += 1) {
        body.append(el("tr", {}, ...cells(lines[at]).map((cell) => el("td", {}, ...markdownRuns(cell)))));
      }
      at -= 1;
      nodes.push(el("div", { class: "table", tabindex: "0" }, el("table", {}, el("thead", {}, head), body)));
    } else if (/^\s*([-*+]|\d+[.)]) /.test(line)) {
      const items = [];
      for (; at < lines.length && /^\s*([-*+]|\d+[.)]) /.test(lines[at]); at += 1) {
        const [lead, number] = [lines[at].match(/^\s*/)[0].length, /^\s*\d/.test(lines[at])];
        const said = markdownRuns(lines[at].replace(/^\s*([-*+]|\d+[.)]) /, ""));
        items.push({ style: number ? "ordered" : "bullet", indent: Math.floor(lead / 2), elements: [{ nodes: said }] });
      }
      at -= 1;
      nodes.push(...nested(items));
    } else if (/^> ?/.test(line)) {
      nodes.push(el("blockquote", {}, ...markdownRuns(line.replace(/^> ?/, ""))));
    } else if (/^(-{3,}|\*{3,})$/.test(line.trim())) {
      nodes.push(el("hr"));
    } else if (line.trim()) {
      nodes.push(el("p", {}, ...markdownRuns(line)));
    }
  }
  return nodes;
}
