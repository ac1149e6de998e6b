// A chat box: bare Enter sends, there is no button.
import { frame, post } from "./frame";

frame((at) => {
  const el = document.createElement("div");
  el.id = "compose";
  el.contentEditable = "true";
  el.enterKeyHint = "send";
  el.setAttribute("role", "textbox");
  at.append(el);
  el.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!event.ctrlKey && !event.metaKey) post();
  });
  return { text: () => el.innerText, clear: () => el.replaceChildren() };
});
