// CKEditor 5, as Zendesk has it.
import { ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import type { Editor } from "./frame";
import { frame } from "./frame";

export function mountCkeditor(at: HTMLElement): Editor {
  let text = (): string => "";
  let clear = (): void => {};
  const field = document.createElement("div");
  at.append(field);
  void ClassicEditor.create(field, { licenseKey: "GPL", plugins: [Essentials, Paragraph] }).then((editor) => {
    editor.ui.getEditableElement()?.setAttribute("id", "compose");
    text = () => [...(editor.model.document.getRoot()?.getChildren() ?? [])].map((block) => ("getChildren" in block ? [...block.getChildren()].map((leaf) => (leaf.is("$text") ? leaf.data : "\n")).join("") : "")).join("\n");
    clear = () => editor.setData("");
    document.body.dataset["ready"] = "";
  });
  return { text: () => text(), clear: () => clear() };
}

if (document.getElementById("box")?.dataset["editor"] === "ckeditor") frame(mountCkeditor);
