// A textarea that React controls: state is the truth, the DOM is redrawn from it.
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { frame } from "./frame";

frame((at) => {
  let state = "";
  let set: (text: string) => void = () => {};
  const Box = () => {
    const [text, setText] = useState("");
    state = text;
    set = setText;
    return createElement("textarea", { id: "compose", rows: 6, "aria-label": "Your reply", value: text, onChange: (event) => setText(event.target.value) });
  };
  createRoot(at).render(createElement(Box));
  return { text: () => state, clear: () => set("") };
});
