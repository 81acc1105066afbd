// Small tools to build elements. Text is always set as text; only the server's escaped HTML is set as HTML.

export const find = (id) => document.getElementById(id);

export function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

// People and groups are told apart by colour; the bot has its own.
export const tone = (id, bot) => (bot ? "bot" : Math.abs(id) % 7);

// One or two characters; of numbered posts the first and the number.
function initials(name) {
  const bare = name.replace(/^演示/, "") || name;
  if (/.{2}[一二三四五六七八九十]$/.test(bare)) return bare[0] + bare.at(-1);
  return bare.slice(0, bare.length > 3 || bare !== name && bare.length > 1 ? 2 : 1);
}

export function avatar(id, name, { bot = false, extra = "" } = {}) {
  const element = make("span", `avatar tone-${tone(id, bot)} ${extra}`, initials(name));
  element.setAttribute("aria-hidden", "true");
  return element;
}

// A menu that a button opens; it closes on a choice, a click elsewhere or Escape.
export function menu(button, box, fill) {
  const close = () => {
    box.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  button.addEventListener("click", () => {
    if (!box.hidden) return close();
    fill?.(box);
    box.hidden = false;
    button.setAttribute("aria-expanded", "true");
    box.querySelector("button, a")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!button.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !box.hidden) {
      close();
      button.focus();
    }
  });
}
