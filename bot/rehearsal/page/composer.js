// Writing: the line, replies and edits, attachments, commands, reply keyboards.

import { post, upload } from "./api.js";
import { askPhoto, askPlace, toast } from "./dialogs.js";
import { find, make, menu } from "./dom.js";
import { excerpt } from "./sidebar.js";
import { isGroup, isMine, standing, state } from "./state.js";
import { TEXTS } from "./texts.js";

let target = null; // {kind: "reply" | "edit", view}
let keysOpen = true;
const drafts = new Map();
const me = () => ({ person: state.person, chat: state.chat });

async function attempt(work) {
  try {
    return await work();
  } catch (trouble) {
    toast(trouble.message);
    return null;
  }
}

export function say(text) {
  return attempt(() => post("say", { ...me(), text }));
}

async function submit() {
  const words = find("words");
  const text = words.value;
  if (!text.trim()) return;
  const held = target;
  words.value = "";
  aim(null);
  fit();
  const wish = held?.kind === "edit"
    ? ["edit", { ...me(), message_id: held.view.id, text }]
    : ["say", { ...me(), text, reply_to: held?.view.id ?? null }];
  if ((await attempt(() => post(...wish))) === null && !words.value) {
    words.value = text;
    aim(held);
    fit();
  }
}

function fit() {
  const words = find("words");
  words.style.height = "auto";
  words.style.height = `${Math.min(words.scrollHeight, 180)}px`;
  find("send").classList.toggle("ready", Boolean(words.value.trim()));
  offerCommands();
}

function aim(wanted) {
  target = wanted;
  find("quote").hidden = !wanted;
  if (!wanted) return;
  const edits = wanted.kind === "edit";
  find("quote-icon").setAttribute("href", edits ? "#i-edit" : "#i-reply");
  find("quote-name").textContent = edits ? TEXTS.editing : wanted.view.from.name;
  find("quote-text").textContent = excerpt(wanted.view);
  find("words").focus();
}

export const reply = (view) => aim({ kind: "reply", view });

export function edit(view) {
  find("words").value = view.text;
  aim({ kind: "edit", view });
  fit();
}

function cancelAim() {
  if (target?.kind === "edit") find("words").value = "";
  aim(null);
  fit();
}

// Keep what was half written in one chat while looking at another.
export function switchDraft(from, to) {
  drafts.set(from, find("words").value);
  aim(null);
  find("words").value = drafts.get(to) ?? "";
  fit();
}

function offerCommands(all = false) {
  const typed = find("words").value;
  const begun = /^\/\w*$/.test(typed) ? typed.slice(1) : null;
  const fitting = begun === null && !all ? [] : state.commands.filter((c) => c.command.startsWith(begun ?? ""));
  find("commands").hidden = !fitting.length;
  find("commands").replaceChildren(...fitting.map(commandEntry));
}

function commandEntry({ command, description }) {
  const button = make("button", "", make("strong", "", `/${command}`), make("span", "", description));
  button.type = "button";
  button.addEventListener("click", () => {
    find("words").value = "";
    fit();
    sendCommand(`/${command}`);
  });
  return make("li", "", button);
}

export function sendCommand(command) {
  const full = isGroup(state.chat) && !command.includes("@") ? `${command}@${state.world.bot.username}` : command;
  return say(full);
}

export function drawComposer() {
  const stands = standing();
  find("line").hidden = stands !== "ready";
  find("wide").hidden = stands === "ready";
  find("wide").textContent = { start: TEXTS.start, blocked: TEXTS.unblock, absent: TEXTS.notIn }[stands] ?? "";
  find("wide").disabled = stands === "absent";
  find("slash").hidden = !state.commands.length;
  drawKeys();
  fit();
}

function drawKeys() {
  const rows = state.keyboard?.keyboard ?? [];
  const usable = rows.length > 0 && standing() === "ready";
  find("keys-toggle").hidden = !usable;
  find("keys").hidden = !usable || !keysOpen;
  find("words").placeholder = state.keyboard?.input_field_placeholder ?? find("words").getAttribute("aria-label");
  find("keys").replaceChildren(...rows.map((row) => make("div", "key-row", ...row.map(replyKey))));
}

function replyKey(given) {
  const text = typeof given === "string" ? given : given.text;
  const button = make("button", "reply-key", text);
  button.type = "button";
  button.addEventListener("click", async () => {
    if (given.request_location) return sendPlace();
    if (state.keyboard?.one_time_keyboard) keysOpen = false;
    await say(text);
    drawKeys();
  });
  return button;
}

export function setKeyboard(markup) {
  state.keyboard = markup;
  keysOpen = true;
  drawKeys();
}

async function sendPhoto(file) {
  if (!file) return;
  const caption = await askPhoto(file);
  if (caption === null) return;
  const fields = { ...me(), caption, reply_to: target?.kind === "reply" ? target.view.id : null };
  aim(null);
  await attempt(() => upload("photo", fields, file));
}

async function sendFile(file) {
  if (file) await attempt(() => upload("document", { ...me(), caption: "" }, file));
}

async function sendPlace() {
  const place = await askPlace();
  if (place) await attempt(() => post("location", { ...me(), ...place }));
}

async function wide() {
  if (standing() === "blocked") await attempt(() => post("block", { person: state.person, blocked: false }));
  else await start();
}

async function start() {
  const { code } = state.invitation ?? {};
  state.invitation = null;
  await say(code ? `/start ${code}` : "/start");
  drawComposer();
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return; // an input method is choosing characters
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape") {
    find("commands").hidden = true;
    cancelAim();
  } else if (event.key === "ArrowUp" && !find("words").value) {
    const own = state.messages.filter((view) => isMine(view) && view.text).at(-1);
    if (own) edit(own);
  }
}

function onPaste(event) {
  const image = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"));
  if (!image) return;
  event.preventDefault();
  sendPhoto(image);
}

function pick(button, input, send) {
  find(button).addEventListener("click", () => find(input).click());
  find(input).addEventListener("change", () => {
    send(find(input).files[0]);
    find(input).value = "";
  });
}

export function prepareComposer() {
  find("line").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  find("words").addEventListener("keydown", onKey);
  find("words").addEventListener("input", fit);
  find("words").addEventListener("paste", onPaste);
  find("quote-cancel").addEventListener("click", cancelAim);
  find("slash").addEventListener("click", () => (find("commands").hidden ? offerCommands(true) : fit()));
  find("keys-toggle").addEventListener("click", () => {
    keysOpen = !keysOpen;
    drawKeys();
  });
  find("wide").addEventListener("click", wide);
  find("pick-place").addEventListener("click", sendPlace);
  pick("pick-photo", "photo-input", sendPhoto);
  pick("pick-file", "file-input", sendFile);
  menu(find("attach"), find("attach-menu"));
}
