// Draft.js 0.11.7 with decorated hashtags and mentions, as X has it.
import { CompositeDecorator, ContentState, Editor as DraftEditor, EditorState } from "draft-js";
import type { ContentBlock } from "draft-js";
import { createElement, useState } from "react";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Editor } from "./frame";
import { frame } from "./frame";

const decorator = new CompositeDecorator([
  {
    strategy(block: ContentBlock, found: (start: number, end: number) => void) {
      for (const hit of block.getText().matchAll(/[#@]\p{L}[\p{L}\p{N}_]*|https?:\/\/\S+/gu)) found(hit.index, hit.index + hit[0].length);
    },
    component: (props: { children?: ReactNode }) => createElement("span", { style: { color: "#1d9bf0" } }, props.children),
  },
]);

export function mountDraft(at: HTMLElement, changed: (text: string) => void = () => {}, testId?: string, kept = ""): Editor {
  let state = EditorState.createWithContent(ContentState.createFromText(kept), decorator);
  let set: (next: EditorState) => void = () => {};
  const Box = () => {
    const [now, setNow] = useState(state);
    state = now;
    set = setNow;
    const props = { editorState: now, onChange: (next: EditorState) => (setNow(next), (state = next), changed(next.getCurrentContent().getPlainText("\n"))), ariaLabel: "Post text", ariaMultiline: true, role: "textbox", ...(testId === undefined ? {} : { webDriverTestID: testId }) };
    return createElement(DraftEditor as never, props as never);
  };
  createRoot(at).render(createElement(Box));
  return {
    text: () => state.getCurrentContent().getPlainText("\n"),
    clear: () => (set(EditorState.push(state, ContentState.createFromText(""), "remove-range")), changed("")),
  };
}

if (document.getElementById("box")?.dataset["editor"] === "draft") frame((at) => mountDraft(at));
