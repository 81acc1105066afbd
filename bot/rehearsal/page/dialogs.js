// Toast, alert, picture viewer, and the small forms for a picture and a place.

import { find } from "./dom.js";

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
