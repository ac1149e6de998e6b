// What every test page shares: the customer's message, a compose box, a Post button, and what was posted.
// Not here: the editors (one file each), the networks' structures (networks/).

export interface Editor {
  /** The text as the editor's own model has it: what a network would send. */
  text(): string;
  clear(): void;
}

declare global {
  interface Window {
    /** Read by tests: every text that went out, oldest first. */
    posted: string[];
    editor: Editor;
  }
}

export function post(): void {
  const text = window.editor.text();
  if (text.trim() === "") return;
  window.posted.push(text);
  const item = document.createElement("li");
  item.textContent = text;
  document.getElementById("posted")?.append(item);
  window.editor.clear();
}

/** The plain frame: a box in `#box`, a Post button, Ctrl/Cmd+Enter. */
export function frame(mount: (at: HTMLElement) => Editor): void {
  window.posted = [];
  const box = document.getElementById("box");
  if (box === null) throw new Error("the page has no #box");
  window.editor = mount(box);
  document.getElementById("send")?.addEventListener("click", post);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) post();
  });
}
