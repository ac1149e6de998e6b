// Mastodon-like: a React textarea in form.compose-form; on submit the field's value wins over the state, as in the original.
import { createElement as h, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { post } from "../editors/frame";

window.posted = [];
const root = document.getElementById("mastodon");
if (root === null) throw new Error("no #mastodon");

const Compose = () => {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (): void => {
    const value = field.current?.value ?? text;
    window.editor = { text: () => value, clear: () => setText("") };
    post();
  };
  const keys = (event: { keyCode: number; ctrlKey: boolean; metaKey: boolean; preventDefault(): void }): void => {
    if (event.keyCode !== 13 || !(event.ctrlKey || event.metaKey)) return;
    submit();
    event.preventDefault();
  };
  return h(
    "form",
    { className: "compose-form", onSubmit: (event: { preventDefault(): void }) => (event.preventDefault(), submit()) },
    h("div", { className: "reply-indicator" }, h("strong", { className: "reply-indicator__display-name" }, "Paul"), h("div", { className: "reply-indicator__content" }, h("p", {}, "Combien de temps tient la batterie du X200 ?"))),
    h("div", { className: "compose-form__autosuggest-wrapper" }, h("textarea", { ref: field, className: "autosuggest-textarea__textarea", rows: 6, placeholder: "What’s on your mind?", value: text, onChange: (event: { target: { value: string } }) => setText(event.target.value), onKeyDown: keys })),
    h("div", { className: "compose-form__submit" }, h("button", { type: "submit", className: "button", disabled: text.trim() === "" }, "Publish!")),
  );
};
createRoot(root).render(h(Compose));
