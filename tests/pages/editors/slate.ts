// Slate 0.146, as Discord has it.
import { createElement, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { Editor as SlateEditor, Node, Transforms, createEditor } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import type { Editor } from "./frame";
import { frame } from "./frame";

const empty = () => [{ type: "paragraph", children: [{ text: "" }] }];

export function mountSlate(at: HTMLElement): Editor {
  const editor = withHistory(withReact(createEditor()));
  const Box = () => {
    const value = useMemo(empty, []);
    return createElement(Slate, { editor, initialValue: value as never, children: createElement(Editable, { id: "compose", "aria-label": "Message" } as never) } as never);
  };
  createRoot(at).render(createElement(Box));
  return {
    text: () => editor.children.map((node) => Node.string(node)).join("\n"),
    clear: () => {
      Transforms.select(editor, SlateEditor.range(editor, []));
      SlateEditor.deleteFragment(editor);
      while (editor.children.length > 1) Transforms.removeNodes(editor, { at: [0] });
    },
  };
}

if (document.getElementById("box")?.dataset["editor"] === "slate") frame(mountSlate);
