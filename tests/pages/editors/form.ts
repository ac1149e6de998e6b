// A comment form as blogs have it: the page listens to the form's submit alone.
import { frame, post } from "./frame";

frame((at) => {
  const form = document.createElement("form");
  const el = document.createElement("textarea");
  el.id = "compose";
  el.name = "comment";
  el.rows = 4;
  const send = document.createElement("button");
  send.type = "submit";
  send.id = "submit";
  send.textContent = "Laisser un commentaire";
  form.append(el, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    post();
  });
  at.append(form);
  return { text: () => el.value, clear: () => void (el.value = "") };
});
