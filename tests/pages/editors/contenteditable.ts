// contenteditable with no editor library, as YouTube has it: the page reads the DOM back.
import { frame } from "./frame";

frame((at) => {
  const el = document.createElement("div");
  el.id = "compose";
  el.contentEditable = "true";
  el.setAttribute("role", "textbox");
  el.setAttribute("aria-multiline", "true");
  el.setAttribute("aria-label", "Your reply");
  at.append(el);
  return { text: () => el.innerText, clear: () => el.replaceChildren() };
});
