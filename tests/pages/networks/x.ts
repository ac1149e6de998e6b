// X-like: Draft.js under test ids, a reply dialog below the tweet replied to and an inline composer on the page behind.
import { post } from "../editors/frame";
import { mountDraft } from "../editors/draft";
import type { Editor } from "../editors/frame";

window.posted = [];
const editors = new Map<HTMLElement, Editor>();

for (const composer of document.querySelectorAll<HTMLElement>("[data-composer]")) {
  const boxes = [...composer.querySelectorAll<HTMLElement>("[data-box]")];
  const button = composer.querySelector<HTMLElement>("button[data-testid]");
  if (button === null) continue;
  const all: Editor[] = [];
  const enable = (): void => button.setAttribute("aria-disabled", String(all.every((each) => each.text().trim() === "")));
  // A thread has several boxes and one button; a box may hold a draft the site kept.
  for (const at of boxes) all.push(mountDraft(at, enable, at.dataset["box"], at.dataset["kept"]));
  requestAnimationFrame(enable);
  const editor: Editor = { text: () => all.map((each) => each.text()).join("\n"), clear: () => all.forEach((each) => each.clear()) };
  editors.set(composer, editor);
  const send = (): void => {
    if (button.getAttribute("aria-disabled") === "true") return;
    window.editor = editor;
    post();
  };
  button.addEventListener("click", send);
  for (const at of boxes) at.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  }, true);
}
