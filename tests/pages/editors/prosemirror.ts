// ProseMirror with a mention node, as Discourse and Intercom have it.
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Schema } from "prosemirror-model";
import { schema as basic } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { frame } from "./frame";

const schema = new Schema({
  nodes: basic.spec.nodes.addToEnd("mention", {
    inline: true, group: "inline", atom: true, attrs: { name: {} },
    leafText: (node) => `@${String(node.attrs["name"])}`,
    toDOM: (node) => ["span", { "data-type": "mention", contenteditable: "false" }, `@${String(node.attrs["name"])}`],
    parseDOM: [{ tag: "span[data-type=mention]", getAttrs: (el) => ({ name: (el as HTMLElement).textContent?.slice(1) }) }],
  }),
  marks: basic.spec.marks,
});

frame((at) => {
  const fresh = (): EditorState => EditorState.create({ schema, plugins: [history(), keymap({ "Mod-z": undo, "Mod-y": redo }), keymap(baseKeymap)] });
  const view = new EditorView(at, { state: fresh(), attributes: { id: "compose", role: "textbox" } });
  const button = document.getElementById("mention");
  if (button !== null) button.hidden = false;
  button?.addEventListener("click", () => {
    const node = schema.nodes["mention"];
    if (node !== undefined) view.dispatch(view.state.tr.replaceSelectionWith(node.create({ name: "Lea" })));
    view.focus();
  });
  return { text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n", (leaf) => (leaf.type.name === "hard_break" ? "\n" : `@${String(leaf.attrs["name"])}`)), clear: () => view.updateState(fresh()) };
});
