// TipTap 3, as Bluesky and LinkedIn have it.
import { Editor as TipTap } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import type { Editor } from "./frame";
import { frame } from "./frame";

export function mountTipTap(at: HTMLElement): Editor {
  const editor = new TipTap({ element: at, extensions: [StarterKit], editorProps: { attributes: { role: "textbox", "aria-label": "Rich-Text Editor", id: "compose" } } });
  return { text: () => editor.getText({ blockSeparator: "\n" }), clear: () => void editor.commands.clearContent() };
}

if (document.getElementById("box")?.dataset["editor"] === "tiptap") frame(mountTipTap);
