// One message as it stands in the thread.

import { post } from "./api.js";
import { showPicture, toast } from "./dialogs.js";
import { avatar, icon, make, tone } from "./dom.js";
import { isGroup, isMine, state } from "./state.js";
import { TEXTS, sizeOf, timeOf } from "./texts.js";

const TALLEST = 420;
const NARROWEST = 240;

// Pressed buttons that wait for the bot: callback id -> button element.
export const waiting = new Map();

export function bubble(view, follows, act) {
  if (view.service) {
    return make("p", "service", TEXTS.service[view.service]?.(view.from.name) ?? "");
  }
  const mine = isMine(view);
  const row = make("article", `message ${mine ? "mine" : "theirs"} ${follows ? "follows" : ""}`);
  row.dataset.id = view.id;
  const body = make("div", `bubble ${view.photo ? "with-photo" : ""}`, ...inside(view, mine, follows));
  if (view.photo) body.style.maxWidth = `${Math.max(shownWidth(view.photo), NARROWEST) + 8}px`;
  const column = make("div", "column", body);
  if (view.buttons.length) column.append(keyboard(view));
  if (isGroup(state.chat) && !mine) row.append(avatar(view.from.id, view.from.name, { bot: view.from.bot, extra: "small" }));
  row.append(column, tools(view, mine, act));
  return row;
}

function inside(view, mine, follows) {
  const parts = [];
  if (isGroup(state.chat) && !mine && !follows) {
    parts.push(make("div", `name ink-${tone(view.from.id, view.from.bot)}`, view.from.name));
  }
  if (view.reply_to) parts.push(quote(view.reply_to));
  if (view.photo) parts.push(photo(view));
  if (view.document) parts.push(file(view.document));
  if (view.location) parts.push(place(view.location));
  if (view.html) parts.push(words(view.html));
  parts.push(stamp(view));
  return parts;
}

function words(html) {
  const element = make("div", "words");
  element.innerHTML = html; // escaped by the server
  return element;
}

function stamp(view) {
  const time = make("time", "", timeOf(new Date(view.campaign)));
  time.dateTime = view.campaign;
  return make("span", "stamp", view.edited ? make("span", "", `${TEXTS.edited} `) : null, time);
}

function quote(answered) {
  const line = make("button", "answered", make("strong", "", answered.name), make("span", "", answered.text || TEXTS.photo));
  line.type = "button";
  line.dataset.jump = answered.id;
  return line;
}

const shownWidth = ({ width, height }) => Math.min(width, (TALLEST * width) / height);

function photo(view) {
  const image = make("img");
  image.src = view.photo.url;
  image.alt = view.text || TEXTS.photo;
  // The place is kept before the picture has come, so that nothing jumps.
  const { width, height } = view.photo;
  image.style.width = `${shownWidth(view.photo)}px`;
  image.style.aspectRatio = `${width} / ${height}`;
  const button = make("button", "photo", image);
  button.type = "button";
  button.addEventListener("click", () => showPicture(view.photo.url, image.alt));
  return button;
}

function file(document) {
  const link = make("a", "file", make("span", "file-icon", icon("file")),
    make("span", "file-words", make("strong", "", document.name), make("small", "", sizeOf(document.size))));
  link.href = document.url;
  link.download = document.name;
  return link;
}

function place({ latitude, longitude }) {
  const point = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return make("div", "place", icon("pin"), make("span", "", make("strong", "", TEXTS.place), make("small", "", point)));
}

function keyboard(view) {
  const rows = view.buttons.map((row) => make("div", "key-row", ...row.map((button) => key(view, button))));
  return make("div", "inline-keys", ...rows);
}

function key(view, button) {
  if (button.url) {
    const link = make("a", "key", button.text);
    link.href = button.url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  }
  const element = make("button", "key", button.text);
  element.type = "button";
  element.addEventListener("click", () => (button.copy ? copy(button.copy) : press(view, button, element)));
  return element;
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(TEXTS.copied);
}

async function press(view, button, element) {
  if (element.classList.contains("busy")) return;
  element.classList.add("busy");
  try {
    const wish = { person: state.person, chat: state.chat, message_id: view.id, data: button.data };
    const { callback_id: id } = await post("press", wish);
    waiting.set(id, element);
    if (early.delete(id)) released(id);
  } catch (trouble) {
    element.classList.remove("busy");
    toast(trouble.message);
  }
}

// An answer may be heard before the press itself is confirmed.
const early = new Set();

export function released(id) {
  const element = waiting.get(id);
  if (element) element.classList.remove("busy");
  else early.add(id);
  waiting.delete(id);
}

function tools(view, mine, act) {
  const box = make("div", "tools", tool("reply", TEXTS.reply, () => act.reply(view)));
  if (mine && (view.text || view.photo)) box.append(tool("edit", TEXTS.edit, () => act.edit(view)));
  return box;
}

function tool(name, label, work) {
  const button = make("button", "icon-button tool", icon(name));
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", work);
  return button;
}
