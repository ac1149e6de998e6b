// The guard's alert dialog: what is wrong, and Fix, Post anyway with a reason, Cancel. Modal, so the page cannot press it.
// Not here: when a post is stopped and how it goes on (guard.ts).

import type { Finding } from "../../generated/wire";
import { inkOf } from "../draw/ink";
import { button, make } from "../host";
import type { Say } from "../strings";
import { placeWords } from "./card";

export type Choice = { act: "fix" } | { act: "post"; reason: string | null } | { act: "cancel" };

export interface DialogView {
  findings: readonly Finding[];
  /** `stop`: something is wrong, a reason is needed. `warn`: posting is the default. */
  level: "stop" | "warn";
  say: Say;
}

/** Shows the dialog and gives the user's choice. Escape is Cancel. */
export function guardDialog(view: DialogView, add: (el: HTMLElement) => void): Promise<Choice> {
  const { level, say, findings } = view;
  const el = make("dialog", { role: "alertdialog", "aria-modal": "true", "aria-labelledby": "t", "aria-describedby": "d" });
  const count = findings.filter((finding) => level === "warn" || finding.severity === "error").length;
  const title = say(level === "stop" ? "guardTitle" : "warnTitle");
  const lead = level === "stop" ? say(count === 1 ? "guardOne" : "guardMany", count) : say(count === 1 ? "warnOne" : "warnMany", count);
  const reason = level === "stop" ? reasonField(say) : null;
  el.append(make("h2", { id: "t" }, title), make("div", { id: "d" }, make("p", { class: "lead" }, lead), list(findings, say)));
  if (reason !== null) el.append(...reason.parts);
  return new Promise((resolve) => {
    const end = (choice: Choice): void => {
      el.close();
      el.remove();
      resolve(choice);
    };
    const post = (): void => {
      if (reason === null) return end({ act: "post", reason: null });
      const words = reason.field.value.trim();
      if (words !== "") return end({ act: "post", reason: words });
      reason.complain();
    };
    el.append(actions(view, post, end));
    el.addEventListener("cancel", (event) => {
      event.preventDefault();
      end({ act: "cancel" });
    });
    keepIn(el);
    add(el);
    el.showModal();
    el.querySelector<HTMLElement>(".main")?.focus();
  });
}

function actions(view: DialogView, post: () => void, end: (choice: Choice) => void): HTMLElement {
  const { level, say, findings } = view;
  const cancel = button(say("cancel"), "second", () => end({ act: "cancel" }));
  const go = button(say(level === "stop" ? "postAnyway" : "post"), level === "stop" ? "second" : "main", post);
  const fixable = findings.some((finding) => finding.fixes.length > 0);
  const fix = button(say("fix"), level === "stop" ? "main" : "second", () => end({ act: "fix" }));
  return make("div", { class: "acts" }, cancel, go, ...(fixable || level === "stop" ? [fix] : []));
}

function list(findings: readonly Finding[], say: Say): HTMLElement {
  const items = findings.slice(0, 8).map((finding) => {
    const item = make("li", { class: inkOf(finding.kind) }, make("p", {}, make("strong", {}, say("quote", finding.text)), ` ${finding.message}`));
    if (finding.fact !== undefined) item.append(make("p", { class: "place" }, placeWords(finding.fact, say)));
    return item;
  });
  return make("ul", {}, ...items);
}

function reasonField(say: Say): { field: HTMLTextAreaElement; parts: HTMLElement[]; complain(): void } {
  const field = make("textarea", { id: "r", rows: "2", required: "", "aria-describedby": "h" });
  const help = make("p", { class: "help", id: "h" }, say("reasonHelp"));
  const complain = (): void => {
    help.textContent = say("reasonNeeded");
    help.className = "help bad";
    help.setAttribute("role", "alert");
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  return { field, parts: [make("label", { for: "r" }, say("reason")), field, help], complain };
}

/** What is typed and pressed in the dialog is no business of the page's shortcuts. */
function keepIn(el: HTMLElement): void {
  for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput", "click", "pointerdown", "mousedown", "paste", "submit"]) {
    el.addEventListener(type, (event) => event.stopPropagation());
  }
}
