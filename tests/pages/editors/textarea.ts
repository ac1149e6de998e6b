// A plain textarea.
import { frame } from "./frame";

frame((at) => {
  const el = document.createElement("textarea");
  el.id = "compose";
  el.rows = 6;
  el.setAttribute("aria-label", "Your reply");
  at.append(el);
  return { text: () => el.value, clear: () => void (el.value = "") };
});
