// The page's few signs, drawn here: outlines on a square of 16, in the colour of the text around them.

const SPACE = "http://www.w3.org/2000/svg";
const PATHS = {
  up: "M2 7h2.5v6.5H2zM4.5 7.5 7.4 2c1 0 1.7.8 1.5 1.8L8.4 6.5h4.2c.9 0 1.5.8 1.3 1.7l-.9 4.1c-.1.7-.7 1.2-1.4 1.2H4.5",
  down: "M2 9h2.5V2.5H2zM4.5 8.5 7.4 14c1 0 1.7-.8 1.5-1.8L8.4 9.5h4.2c.9 0 1.5-.8 1.3-1.7l-.9-4.1c-.1-.7-.7-1.2-1.4-1.2H4.5",
  close: "M4 4l8 8M12 4l-8 8",
  back: "M10 3 5 8l5 5",
  caret: "M4 6l4 4 4-4",
  eye: "M1.5 8C3 5 5.3 3.5 8 3.5S13 5 14.5 8C13 11 10.7 12.5 8 12.5S3 11 1.5 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  half: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 3.4a4.6 4.6 0 0 1 0 9.2z",
  hint: "M8 2a4 4 0 0 0-2.5 7.1c.6.5.9 1.1.9 1.9h3.2c0-.8.3-1.4.9-1.9A4 4 0 0 0 8 2zM6.5 13.5h3",
};

export function icon(name) {
  const made = document.createElementNS(SPACE, "svg");
  made.setAttribute("viewBox", "0 0 16 16");
  made.setAttribute("class", `icon ${name}`);
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", PATHS[name]);
  made.append(path);
  return made;
}
