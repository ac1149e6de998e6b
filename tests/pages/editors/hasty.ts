// A site that sends as soon as the button is pressed down, before any click.
import { frame, post } from "./frame";

frame((at) => {
  const el = document.createElement("textarea");
  el.id = "compose";
  el.rows = 4;
  at.append(el);
  for (const type of ["pointerdown", "mousedown", "touchstart"]) document.getElementById("send")?.addEventListener(type, post);
  return { text: () => el.value, clear: () => void (el.value = "") };
});
