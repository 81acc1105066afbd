// Toast, alert, picture viewer, and the small forms for a picture and a place.

import { avatar, find, make } from "./dom.js";

let toastTimer = 0;

export function toast(text) {
  const box = find("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (box.hidden = true), 3500);
}

export function alertBox(text) {
  find("alert-text").textContent = text;
  if (!find("alert").open) find("alert").showModal();
}

export function showPicture(url, alt) {
  find("lightbox-image").src = url;
  find("lightbox-image").alt = alt;
  find("lightbox-save").href = url;
  find("lightbox").showModal();
}

function ask(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send"), { once: true });
  });
}

// The caption, or null when the picture is not to be sent.
export async function askPhoto(file) {
  const url = URL.createObjectURL(file);
  find("photo-preview").src = url;
  find("photo-caption").value = "";
  const send = ask(find("photo-dialog"));
  find("photo-caption").focus();
  const answer = (await send) ? find("photo-caption").value : null;
  URL.revokeObjectURL(url);
  return answer;
}

// {latitude, longitude}, or null.
export async function askPlace() {
  if (!(await ask(find("place-dialog")))) return null;
  return { latitude: Number(find("place-latitude").value), longitude: Number(find("place-longitude").value) };
}

// The id of the person who opens an invitation, or null. Who is new to the bot stands first.
export async function askOpener(people) {
  const sorted = [...people].sort((one, other) => one.started - other.started);
  find("opener-people").replaceChildren(...sorted.map((person) => {
    const button = make("button", "", avatar(person.id, person.name, { extra: "small" }), person.name,
      person.role ? make("span", "role", person.role) : null);
    button.value = person.id;
    return button;
  }));
  find("opener").returnValue = "";
  find("opener").showModal();
  return new Promise((resolve) => {
    find("opener").addEventListener("close", () => resolve(Number(find("opener").returnValue) || null), { once: true });
  });
}

export function prepareDialogs() {
  find("lightbox").addEventListener("click", (event) => {
    if (event.target !== find("lightbox-save")) find("lightbox").close();
  });
  for (const form of [find("photo-form"), find("place-form")]) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      form.querySelector(".primary").click();
    });
  }
}
