// Quill 2.0.3.
import Quill from "quill2";
import { frame } from "./frame";

frame((at) => {
  const quill = new Quill(at, { modules: { toolbar: false } });
  quill.root.id = "compose";
  quill.root.setAttribute("role", "textbox");
  return { text: () => quill.getText().replace(/\n$/, ""), clear: () => quill.setText("") };
});
