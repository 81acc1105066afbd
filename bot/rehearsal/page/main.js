// The page: opens chats by the address, and keeps everything live.

import { get, listen } from "./api.js";
import { released } from "./bubble.js";
import { prepareClock, setClock } from "./clock.js";
import { drawComposer, edit, prepareComposer, reply, sendCommand, setKeyboard, switchDraft } from "./composer.js";
import { alertBox, askOpener, prepareDialogs, toast } from "./dialogs.js";
import { find } from "./dom.js";
import { drawHead, prepareHead, showAction } from "./head.js";
import { drawSidebar } from "./sidebar.js";
import { isGroup, readHash, standing, state } from "./state.js";
import { TEXTS } from "./texts.js";
import { addMessage, changeMessage, drawThread, prepareThread, react, removeMessage, toEnd } from "./thread.js";

const LOOK_AGAIN = 15_000;

async function loadWorld() {
  state.world = await get("world");
  setClock(state.world.clock);
  drawSidebar();
}

async function open() {
  const before = `${state.chat}@${state.person}`;
  readHash();
  switchDraft(before, `${state.chat}@${state.person}`);
  const chosen = state.chat !== null;
  document.body.dataset.view = chosen ? "chat" : "list";
  find("conversation").hidden = !chosen;
  find("empty").hidden = chosen;
  state.unread.delete(state.chat);
  drawSidebar();
  document.querySelector(".entry[aria-current]")?.scrollIntoView({ block: "nearest" });
  if (chosen) await loadChat();
}

async function loadChat() {
  const asked = state.chat;
  const { messages, commands, keyboard } = await get(`chats/${asked}?person=${state.person}`);
  if (asked !== state.chat) return;
  Object.assign(state, { messages, commands, keyboard });
  showAction("");
  drawThread();
  drawComposer();
  toEnd();
  if (matchMedia("(pointer: fine)").matches && standing() === "ready") find("words").focus();
}

const HEARD = {
  message({ chat, message }) {
    state.world.last[chat] = message;
    if (chat === state.chat) {
      addMessage(message);
      if (message.from.bot) showAction("");
      markStarted(chat);
    } else if (message.from.bot) {
      state.unread.set(chat, (state.unread.get(chat) ?? 0) + 1);
    }
    drawSidebar();
  },
  edited({ chat, message }) {
    if (state.world.last[chat]?.id === message.id) state.world.last[chat] = message;
    if (chat === state.chat) changeMessage(message);
    drawSidebar();
  },
  deleted({ chat, message_id: id }) {
    if (chat === state.chat) removeMessage(id);
  },
  reaction({ chat, message_id: id, emoji }) {
    if (chat === state.chat) react(id, emoji);
  },
  answered({ callback_id: id, chat, person, text, alert }) {
    released(id);
    if (!text || chat !== state.chat || person !== state.person) return;
    if (alert) alertBox(text);
    else toast(text);
  },
  action({ chat, action }) {
    if (chat === state.chat) showAction(action);
  },
  keyboard({ chat, keyboard }) {
    if (chat === state.chat) setKeyboard(keyboard);
  },
  clock({ clock }) {
    setClock(clock);
    drawSidebar();
  },
  world: refresh,
  commands: loadCommands,
};

function markStarted(chat) {
  const person = state.world.people.find((known) => known.id === chat);
  if (!person || person.started) return;
  person.started = true;
  drawComposer();
}

async function refresh() {
  await loadWorld();
  if (state.chat === null) return;
  readHash();
  drawHead();
  drawComposer();
}

async function openInvitation(code) {
  const person = await askOpener(state.world.people);
  if (person === null) return;
  state.invitation = { person, code };
  if (state.chat === person) drawComposer();
  else location.hash = `#${person}`;
}

async function loadCommands() {
  if (state.chat === null) return;
  state.commands = (await get(`chats/${state.chat}?person=${state.person}`)).commands;
  drawComposer();
}

async function start() {
  prepareDialogs();
  prepareClock();
  prepareHead();
  prepareComposer();
  prepareThread({
    reply, edit,
    command: sendCommand,
    invitation: openInvitation,
    emptyLine: () => (isGroup(state.chat) || standing() !== "start" ? TEXTS.hello : TEXTS.sendFirst),
  });
  await loadWorld();
  await open();
  addEventListener("hashchange", open);
  listen(state.world.event, (event) => HEARD[event.kind]?.(event), async () => {
    await refresh();
    if (state.chat !== null) await loadChat();
  });
  setInterval(() => document.hidden || loadWorld().catch(() => {}), LOOK_AGAIN);
}

start();
