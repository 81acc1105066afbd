// What the tab knows: the world, the open chat, who speaks, what is unread.

export const state = {
  world: null,
  chat: null, // the open chat's id: a person's (own chat with the bot) or a group's
  person: null, // who speaks
  messages: [],
  commands: [],
  keyboard: null,
  unread: new Map(),
  invitation: null, // {person, code}: somebody has opened a link to the bot and not pressed start yet
};

export const isGroup = (chat) => chat < 0;
export const personOf = (id) => state.world.people.find((person) => person.id === id);
export const groupOf = (id) => state.world.groups.find((group) => group.id === id);
export const isMine = (view) => view.from.id === state.person;

const speakerKey = (group) => `speaker:${group}`;

// "#103" plays person 103; "#-1001@103" plays 103 in a group.
export function readHash() {
  const [chat, person] = location.hash.slice(1).split("@").map(Number);
  state.chat = known(chat) ? chat : null;
  if (state.chat === null) state.person = null;
  else if (!isGroup(chat)) state.person = chat;
  else state.person = speakerIn(groupOf(chat), person);
}

function known(chat) {
  return Boolean(chat) && Boolean(isGroup(chat) ? groupOf(chat) : personOf(chat));
}

function speakerIn(group, wanted) {
  const remembered = Number(sessionStorage.getItem(speakerKey(group.id)));
  const person = [wanted, remembered].find((id) => group.members.includes(id)) ?? group.members[0];
  sessionStorage.setItem(speakerKey(group.id), person);
  return person;
}

export const hashOf = (chat, person) => (isGroup(chat) && person ? `#${chat}@${person}` : `#${chat}`);

export const lastOf = (chat) => state.world.last[chat];

// Where the conversation stands for the one who plays: "ready", "start", "blocked" or "absent".
export function standing() {
  if (isGroup(state.chat)) return groupOf(state.chat).members.includes(state.person) ? "ready" : "absent";
  const person = personOf(state.chat);
  if (person.blocked) return "blocked";
  if (state.invitation?.person === state.chat) return "start";
  return person.started || state.messages.length ? "ready" : "start";
}
