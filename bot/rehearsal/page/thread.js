// The messages of the open chat.

import { get } from "./api.js";
import { bubble } from "./bubble.js";
import { find, make } from "./dom.js";
import { state } from "./state.js";
import { TEXTS, dayKey, dayOf } from "./texts.js";

const PAGE = 200;
const NEAR = 120;
const TOGETHER = 5 * 60 * 1000;

let act = {};

export function prepareThread(actions) {
  act = actions;
  const scroller = find("scroller");
  let stuck = true;
  scroller.addEventListener("scroll", () => (find("to-end").hidden = stuck = atEnd()));
  // What opens above the line must not cover the newest message.
  new ResizeObserver(() => stuck && toEnd()).observe(scroller);
  find("to-end").addEventListener("click", () => toEnd("smooth"));
  find("thread").addEventListener("click", onClick);
}

function onClick(event) {
  const command = event.target.closest(".command");
  const spoiler = event.target.closest(".spoiler, blockquote.expandable");
  const jump = event.target.closest("[data-jump]");
  if (command) {
    event.preventDefault();
    act.command(command.dataset.command);
  } else if (invitationIn(event.target.closest("a"))) {
    event.preventDefault();
    act.invitation(invitationIn(event.target.closest("a")));
  } else if (jump) {
    jumpTo(jump.dataset.jump);
  } else if (spoiler) {
    spoiler.classList.toggle("open");
  } else if (!event.target.closest("a, button")) {
    pick(event.target.closest(".message"));
  }
}

// The code in a link that opens a chat with this bot.
function invitationIn(link) {
  const url = link && new URL(link.href);
  const own = url && url.hostname === "t.me" && url.pathname === `/${state.world.bot.username}`;
  return own ? url.searchParams.get("start") : null;
}

// On a touch screen a tapped message shows what can be done with it.
function pick(row) {
  const was = row?.classList.contains("picked");
  for (const picked of find("thread").querySelectorAll(".picked")) picked.classList.remove("picked");
  if (row && !was) row.classList.add("picked");
}

function jumpTo(id) {
  const target = find("thread").querySelector(`[data-id="${id}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: "smooth" });
  target.classList.add("flash");
  setTimeout(() => target.classList.remove("flash"), 1500);
}

export const atEnd = () => {
  const { scrollTop, clientHeight, scrollHeight } = find("scroller");
  return scrollHeight - scrollTop - clientHeight < NEAR;
};

export function toEnd(behavior = "instant") {
  find("scroller").scrollTo({ top: find("scroller").scrollHeight, behavior });
}

export function drawThread() {
  const stick = atEnd();
  find("thread").replaceChildren();
  if (state.messages.length >= PAGE) find("thread").append(earlierButton());
  state.messages.forEach((view, index) => put(view, state.messages[index - 1]));
  if (!state.messages.length) find("thread").append(make("p", "service", act.emptyLine()));
  if (stick) toEnd();
}

// Each day is a section of its own, so that its date stays on top only as long as the day does.
function put(view, before) {
  const nodes = pieces(view, before);
  if (nodes.length > 1) find("thread").append(make("section", "day-group", ...nodes));
  else find("thread").lastElementChild.append(...nodes);
}

function pieces(view, before) {
  const moment = new Date(view.campaign);
  const newDay = !before || dayKey(new Date(before.campaign)) !== dayKey(moment);
  const follows = !newDay && !before.service && before.from.id === view.from.id
    && moment - new Date(before.campaign) < TOGETHER;
  const row = bubble(view, follows, act);
  return newDay ? [make("p", "day", dayOf(moment)), row] : [row];
}

export function addMessage(view) {
  const stick = atEnd() || view.from.id === state.person;
  if (!state.messages.length) find("thread").replaceChildren();
  const before = state.messages.at(-1);
  state.messages.push(view);
  put(view, before);
  if (stick) toEnd();
}

export function changeMessage(view) {
  const index = state.messages.findIndex((known) => known.id === view.id);
  if (index < 0) return;
  const stick = atEnd();
  state.messages[index] = view;
  const row = pieces(view, state.messages[index - 1]).at(-1);
  find("thread").querySelector(`[data-id="${view.id}"]`)?.replaceWith(row);
  if (stick) toEnd();
}

export function removeMessage(id) {
  state.messages = state.messages.filter((view) => view.id !== id);
  drawThread();
}

export function react(id, emoji) {
  const body = find("thread").querySelector(`[data-id="${id}"] .column`);
  body?.querySelector(".reaction")?.remove();
  if (emoji.length) body?.append(make("span", "reaction", emoji.join("")));
}

function earlierButton() {
  const button = make("button", "earlier", TEXTS.earlier);
  button.type = "button";
  button.addEventListener("click", async () => {
    const oldest = state.messages[0].id;
    const { messages } = await get(`chats/${state.chat}?person=${state.person}&before=${oldest}`);
    state.messages = [...messages, ...state.messages];
    drawThread();
    find("thread").querySelector(`[data-id="${oldest}"]`)?.scrollIntoView({ block: "start" });
    if (messages.length < PAGE) find("thread").querySelector(".earlier")?.remove();
  });
  return button;
}
