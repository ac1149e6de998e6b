// CodeMirror 6 as a Markdown composer.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorView, keymap } from "@codemirror/view";
import { frame } from "./frame";

frame((at) => {
  const view = new EditorView({ parent: at, extensions: [history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping, EditorView.contentAttributes.of({ id: "compose", spellcheck: "true" })] });
  return { text: () => view.state.doc.toString(), clear: () => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }) };
});
