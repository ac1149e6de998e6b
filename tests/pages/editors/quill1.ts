// Quill 1.3.7, as LinkedIn's older pages and Slack have it.
import Quill from "quill1";
import { frame } from "./frame";

frame((at) => {
  const quill = new Quill(at, { modules: { toolbar: false } });
  quill.root.id = "compose";
  quill.root.setAttribute("role", "textbox");
  return { text: () => quill.getText().replace(/\n$/, ""), clear: () => quill.setText("") };
});
