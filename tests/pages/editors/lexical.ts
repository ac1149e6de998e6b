// Lexical 0.52, rich (paragraphs) as Facebook and Reddit have it, or plain.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $getRoot, createEditor } from "lexical";
import type { Editor } from "./frame";
import { frame } from "./frame";

export function mountLexical(at: HTMLElement, kind: "rich" | "plain"): Editor {
  const el = document.createElement("div");
  el.contentEditable = "true";
  el.id = "compose";
  el.setAttribute("role", "textbox");
  el.setAttribute("aria-label", "Your reply");
  at.append(el);
  const editor = createEditor({ namespace: "test", onError: (error) => { throw error; } });
  editor.setRootElement(el);
  if (kind === "rich") registerRichText(editor);
  else registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const empty = (): void => {
    editor.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
  };
  empty();
  return { text: () => editor.read(() => $getRoot().getTextContent().replace(/\n\n/g, "\n")), clear: empty };
}

const box = document.getElementById("box");
if (box?.dataset["editor"] === "lexical") frame((at) => mountLexical(at, "rich"));
if (box?.dataset["editor"] === "lexical-plain") frame((at) => mountLexical(at, "plain"));
