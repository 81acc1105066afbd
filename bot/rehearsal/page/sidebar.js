// The list of groups and people.

import { avatar, find, make } from "./dom.js";
import { hashOf, lastOf, personOf, state } from "./state.js";
import { TEXTS, dayKey, shortDayOf, timeOf } from "./texts.js";
import { campaignNow } from "./clock.js";

export function excerpt(view) {
  if (view.service) return TEXTS.service[view.service]?.(view.from.name) ?? "";
  const kind = ["photo", "document", "location"].find((name) => view[name]);
  return [kind && TEXTS[kind], view.text.replace(/\s+/g, " ")].filter(Boolean).join(" ");
}

export function drawSidebar() {
  find("groups").replaceChildren(...state.world.groups.map(groupEntry));
  find("people").replaceChildren(...state.world.people.map(personEntry));
  find("offline").hidden = state.world.bot.online;
}

function groupEntry(group) {
  const note = group.bot_status === "member" ? "" : TEXTS.members(group.members.length, false);
  return entry(group.id, group.title, "", note);
}

function personEntry(person) {
  return entry(person.id, person.name, person.role, person.note);
}

function entry(id, name, role, note) {
  const last = lastOf(id);
  const link = make("a", "entry", avatar(id, name), words(id, name, role, note, last));
  link.href = hashOf(id);
  if (state.chat === id) link.setAttribute("aria-current", "page");
  return make("li", "", link);
}

function words(id, name, role, note, last) {
  const top = make("span", "entry-top", make("strong", "", name), role ? make("span", "role", role) : null);
  if (last) top.append(make("time", "", when(last)));
  const preview = make("span", "preview", last ? whose(id, last) + excerpt(last) : note || TEXTS.quiet);
  const bottom = make("span", "entry-bottom", preview);
  const unread = state.unread.get(id);
  if (unread) bottom.append(make("span", "badge", String(unread)));
  return make("span", "entry-words", top, bottom);
}

function whose(chat, view) {
  if (view.service) return "";
  if (chat < 0) return `${view.from.name}：`;
  return view.from.bot ? "" : `${personOf(chat)?.name ?? ""}：`;
}

function when(view) {
  const moment = new Date(view.campaign);
  return dayKey(moment) === dayKey(campaignNow()) ? timeOf(moment) : shortDayOf(moment);
}
