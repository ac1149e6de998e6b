// X-like: Draft.js under test ids, a reply dialog below the tweet replied to and an inline composer on the page behind.
import { post } from "../editors/frame";
import { mountDraft } from "../editors/draft";
import type { Editor } from "../editors/frame";

window.posted = [];
const editors = new Map<HTMLElement, Editor>();

for (const composer of document.querySelectorAll<HTMLElement>("[data-composer]")) {
  const at = composer.querySelector<HTMLElement>("[data-box]");
  const button = composer.querySelector<HTMLElement>("button[data-testid]");
  if (at === null || button === null) continue;
  const enable = (text: string): void => button.setAttribute("aria-disabled", String(text.trim() === ""));
  const editor = mountDraft(at, enable, at.dataset["box"]);
  editors.set(composer, editor);
  const send = (): void => {
    if (button.getAttribute("aria-disabled") === "true") return;
    window.editor = editor;
    post();
  };
  button.addEventListener("click", send);
  at.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  }, true);
}
