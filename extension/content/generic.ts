// Compose boxes and submit controls of sites without an adapter: told by role, form, size and label.
// Not here: known networks (place.ts). Labels cover the main European languages; structure counts before words.

import { isField } from "./box/box";
import type { SubmitKey } from "./place";
import { parentOf, wordsOf } from "./place";

const SECRET = /\b(cc-|one-time-code|current-password|new-password)/;
const SEARCH = "[role=search] *, [role=searchbox], [type=search], [role=combobox]:not([aria-multiline=true]), form[action*=search i] input";
const LEVELS = 8;

/** Words on buttons that send, in lower case: en fr de es it pt nl pl sv da no fi cs ro. */
const SEND = new Set(
  (
    "post|reply|send|comment|publish|submit|tweet|share|post comment|post reply|send message|add comment|" +
    "publier|répondre|envoyer|commenter|poster|partager|publier le commentaire|laisser un commentaire|envoyer le message|valider|" +
    "senden|antworten|kommentieren|veröffentlichen|posten|absenden|kommentar senden|teilen|" +
    "publicar|responder|enviar|comentar|compartir|publicar comentario|" +
    "pubblica|rispondi|invia|commenta|condividi|partilhar|publicar comentário|" +
    "plaatsen|reageren|versturen|verzenden|beantwoorden|opublikuj|odpowiedz|wyślij|skomentuj|" +
    "skicka|svara|publicera|kommentera|svar|indsend|publicér|lähetä|vastaa|julkaise|odeslat|odpovědět|trimite|răspunde|publică"
  ).split("|"),
);

export function looksLikeCompose(el: HTMLElement): boolean {
  if (el.matches(SEARCH) || el.closest("[aria-hidden=true]") !== null) return false;
  const { width, height } = el.getBoundingClientRect();
  if (height < 16 || width < 80) return false;
  if (!isField(el)) return el.spellcheck !== false || el.getAttribute("role") === "textbox";
  if (SECRET.test(el.autocomplete)) return false;
  if (el instanceof HTMLInputElement) return false;
  return el.rows >= 2 || width >= 200;
}

function nameOf(el: HTMLElement): string {
  return (el.getAttribute("aria-label") ?? (el instanceof HTMLInputElement ? el.value : wordsOf(el))).trim().toLowerCase();
}

function sends(el: HTMLElement): boolean {
  return SEND.has(nameOf(el)) || SEND.has(wordsOf(el));
}

function isButton(el: EventTarget): el is HTMLElement {
  return el instanceof HTMLElement && el.matches("button, [role=button], input[type=submit], input[type=image]");
}

function submitsForm(el: HTMLElement): boolean {
  return (el instanceof HTMLButtonElement || el instanceof HTMLInputElement) && (el.type === "submit" || el.type === "image");
}

/** Does pressing this element post what is in the box? A form's own submit button, or a button near by that says so. */
export function genericSubmit(path: readonly EventTarget[], box: HTMLElement): HTMLElement | null {
  const button = path.find(isButton);
  if (button === undefined) return null;
  const form = formOf(box);
  if (form !== null && submitsForm(button) && formOf(button) === form) return button;
  return sends(button) && near(box, button) ? button : null;
}

export function formOf(el: HTMLElement): HTMLFormElement | null {
  return "form" in el && el.form instanceof HTMLFormElement ? el.form : el.closest("form");
}

function near(box: HTMLElement, button: HTMLElement): boolean {
  let at: Node | null = box;
  for (let level = 0; at !== null && level <= LEVELS; level++, at = parentOf(at)) {
    if (at instanceof Node && at.contains(button)) return true;
  }
  return false;
}

/** The button that would post this box, to press after a decision. */
export function genericSubmitFor(box: HTMLElement): HTMLElement | null {
  let at: Node | null = box;
  for (let level = 0; at !== null && level <= LEVELS; level++, at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    const found = [...at.querySelectorAll<HTMLElement>("button, [role=button], input[type=submit]")].find((each) => genericSubmit([each], box) !== null);
    if (found !== undefined) return found;
  }
  return null;
}

/** Keys that post where nothing better is known. Bare Enter only in boxes that say so. */
export function genericKeys(box: HTMLElement): SubmitKey[] {
  const sendsOnEnter = box.enterKeyHint === "send" || (!isField(box) && box.getAttribute("aria-multiline") === "false");
  return sendsOnEnter ? ["Enter", "Ctrl+Enter", "Meta+Enter"] : ["Ctrl+Enter", "Meta+Enter"];
}
