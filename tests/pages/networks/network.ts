// Any network as a row of networks.ts describes it: real editors where `data-mount` says, posting by its own buttons and keys.
// Not here: the structures (networks.ts). X and Mastodon have pages of their own.

import { mountCkeditor } from "../editors/ckeditor";
import { mountDraft } from "../editors/draft";
import type { Editor } from "../editors/frame";
import { mountLexical } from "../editors/lexical";
import { mountQuill1 } from "../editors/quill1";
import { mountSlate } from "../editors/slate";
import { mountTipTap } from "../editors/tiptap";

function mountTextarea(at: HTMLElement): Editor {
  const el = document.createElement("textarea");
  el.rows = 4;
  at.append(el);
  return { text: () => el.value, clear: () => void (el.value = "") };
}

function mountPlain(at: HTMLElement): Editor {
  const el = document.createElement("div");
  el.contentEditable = "true";
  at.append(el);
  return { text: () => el.innerText, clear: () => el.replaceChildren() };
}

const MOUNTS: Record<string, (at: HTMLElement) => Editor> = {
  textarea: mountTextarea,
  contenteditable: mountPlain,
  draft: (at) => mountDraft(at),
  lexical: (at) => mountLexical(at, "rich"),
  tiptap: mountTipTap,
  quill1: mountQuill1,
  slate: mountSlate,
  ckeditor: mountCkeditor,
};

window.posted = [];
const editors: Editor[] = [];

function send(): void {
  for (const editor of editors) {
    const text = editor.text().replace(/\n$/, "");
    if (text.trim() === "") continue;
    window.posted.push(text);
    editor.clear();
  }
}

/** The attributes the network puts on the editable: `data-with='{"name":"value"}'`. */
function dress(at: HTMLElement): void {
  const wanted = Object.entries(JSON.parse(at.dataset["with"] ?? "{}") as Record<string, string>);
  const el = at.querySelector<HTMLElement>("textarea, [contenteditable]");
  el?.removeAttribute("id");
  for (const [name, value] of wanted) el?.setAttribute(name, value);
  if (el === null || el === undefined) requestAnimationFrame(() => dress(at));
}

// A part written as a template stands in an open shadow root of its parent, as a component would have it.
for (const template of document.querySelectorAll<HTMLTemplateElement>("template[data-shadow]")) {
  const root = template.parentElement?.attachShadow({ mode: "open" });
  root?.append(template.content.cloneNode(true));
}
const roots: ParentNode[] = [document, ...[...document.querySelectorAll("*")].flatMap((el) => el.shadowRoot ?? [])];
for (const root of roots) {
  for (const at of root.querySelectorAll<HTMLElement>("[data-mount]")) {
    const editor = MOUNTS[at.dataset["mount"] ?? ""]?.(at);
    if (editor !== undefined) editors.push(editor);
    dress(at);
  }
  for (const button of root.querySelectorAll("[data-sends]")) button.addEventListener("click", send);
}
window.editor = { text: () => editors.map((editor) => editor.text()).join(""), clear: () => editors.forEach((editor) => editor.clear()) };

const keys = document.querySelector<HTMLElement>("[data-keys]")?.dataset["keys"];
document.addEventListener(
  "keydown",
  (event) => {
    const held = event.ctrlKey || event.metaKey;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || (keys === "Enter" ? held : keys !== "Mod+Enter" || !held)) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  },
  { capture: true },
);
document.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement && event.currentTarget.dataset["posts"] !== undefined) send();
});
