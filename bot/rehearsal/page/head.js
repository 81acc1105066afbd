// The head of the open chat: who talks with whom, and what else can be done here.

import { post } from "./api.js";
import { toast } from "./dialogs.js";
import { avatar, find, make, menu } from "./dom.js";
import { groupOf, hashOf, isGroup, personOf, state } from "./state.js";
import { TEXTS } from "./texts.js";

let action = "";
let actionTimer = 0;

export function drawHead() {
  const group = isGroup(state.chat) ? groupOf(state.chat) : null;
  const bot = state.world.bot;
  const title = group ? group.title : bot.first_name;
  const portrait = avatar(group ? group.id : bot.id, title, { bot: !group });
  find("head-title").textContent = title;
  find("head-avatar").replaceWith(Object.assign(portrait, { id: "head-avatar" }));
  find("head-note").textContent = action || note(group);
  find("head-note").classList.toggle("acting", Boolean(action));
  drawSpeaker(group);
}

function note(group) {
  if (group) return TEXTS.members(group.members.length, group.bot_status === "member");
  const person = personOf(state.chat);
  return TEXTS.playing(person.name, person.role);
}

function drawSpeaker(group) {
  find("speaker").hidden = !group;
  if (!group) return;
  const options = group.members.map((id) => {
    const person = personOf(id);
    const option = make("option", "", person.role ? `${person.name}（${person.role}）` : person.name);
    option.value = id;
    option.selected = id === state.person;
    return option;
  });
  find("speaker-choice").replaceChildren(...options);
}

// "Typing" stays for a few seconds, or until the bot has said something.
export function showAction(kind) {
  action = kind === "typing" ? TEXTS.typing : kind ? TEXTS.working : "";
  clearTimeout(actionTimer);
  if (action) actionTimer = setTimeout(() => showAction(""), 5000);
  drawHead();
}

function entry(text, work) {
  const button = make("button", "", text);
  button.type = "button";
  button.setAttribute("role", "menuitem");
  button.addEventListener("click", () => Promise.resolve(work()).catch((trouble) => toast(trouble.message)));
  return button;
}

function fillMenu(box) {
  const entries = [entry(TEXTS.menu.tab, () => window.open(hashOf(state.chat, state.person), "_blank"))];
  if (isGroup(state.chat)) {
    const present = groupOf(state.chat).bot_status === "member";
    const wish = { person: state.person, chat: state.chat, present: !present };
    entries.push(entry(present ? TEXTS.menu.remove : TEXTS.menu.bring, () => post("membership", wish)));
  } else {
    const { blocked } = personOf(state.chat);
    const wish = { person: state.person, blocked: !blocked };
    entries.push(entry(blocked ? TEXTS.menu.unblock : TEXTS.menu.block, () => post("block", wish)));
  }
  box.replaceChildren(...entries);
}

export function prepareHead() {
  menu(find("more"), find("more-menu"), fillMenu);
  find("back").addEventListener("click", () => (location.hash = ""));
  find("speaker-choice").addEventListener("change", (event) => {
    location.hash = hashOf(state.chat, Number(event.target.value));
  });
}
