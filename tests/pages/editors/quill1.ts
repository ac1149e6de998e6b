// Quill 1.3.7, as LinkedIn's older pages and Slack have it.
import Quill from "quill1";
import type { Editor } from "./frame";
import { frame } from "./frame";

export function mountQuill1(at: HTMLElement): Editor {
  const quill = new Quill(at, { modules: { toolbar: false } });
  quill.root.id = "compose";
  quill.root.setAttribute("role", "textbox");
  return { text: () => quill.getText().replace(/\n$/, ""), clear: () => quill.setText("") };
}

if (document.getElementById("box")?.dataset["editor"] === "quill1") frame(mountQuill1);
