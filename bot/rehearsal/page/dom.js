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

export function avatar(id, name, { bot = false, extra = "" } = {}) {
  const letters = name.replace(/^演示/, "").slice(0, name.length > 3 ? 2 : 1) || name.slice(0, 1);
  const element = make("span", `avatar tone-${tone(id, bot)} ${extra}`, letters.slice(-2));
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
