// Talking to the rehearsal server.

import { ERRORS } from "./texts.js";

export class Trouble extends Error {}

async function answerOf(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Trouble(ERRORS.network);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Trouble(ERRORS[body.error] ?? body.sentence ?? ERRORS.network);
  return body;
}

export function get(path) {
  return answerOf(fetch(`/rehearsal/${path}`));
}

export function post(path, wish) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(fetch(`/rehearsal/${path}`, { method: "POST", headers, body: JSON.stringify(wish) }));
}

export function upload(path, fields, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.append(name, value);
  form.append("file", file, file.name);
  return answerOf(fetch(`/rehearsal/${path}`, { method: "POST", body: form }));
}

// Events over a WebSocket; `hear` gets them in order, `back` is called after a lost connection is restored.
export function listen(after, hear, back) {
  let last = after;
  let pause = 500;
  let lost = false;
  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/rehearsal/live?after=${last}`);
    socket.onopen = () => {
      pause = 500;
      if (lost) back();
      lost = false;
    };
    socket.onmessage = (message) => {
      for (const event of JSON.parse(message.data)) {
        last = event.n;
        hear(event);
      }
    };
    socket.onclose = () => {
      lost = true;
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 5000);
    };
  };
  connect();
}
