// Which event posts which boxes, and how to post them again once it is decided.
// Not here: the decision (guard.ts), the networks' data (sites/), how an adapter is read (place.ts).

import { isField } from "./box/box";
import { formOf, genericKeys, genericSubmit, genericSubmitFor } from "./generic";
import { boxesIn, distance, holds, isVisible, posts, submitFor, submitIn } from "./place";
import type { Adapter, SubmitKey } from "./place";
import type { Session } from "./session";

export type Intent =
  | { by: "press"; control: HTMLElement }
  | { by: "key"; el: HTMLElement; control: HTMLElement | null; init: KeyboardEventInit }
  | { by: "submit"; form: HTMLFormElement; submitter: HTMLElement | null };

export interface Found {
  sessions: Session[];
  intent: Intent;
}

/** What the page's boxes are to an event. `known` are boxes that had the focus, `open` makes a session for one that had not. */
export interface Boxes {
  adapter: Adapter | null;
  known(): Session[];
  open(el: HTMLElement): Session | null;
}

export function intentOf(event: Event, boxes: Boxes): Found | null {
  if (event instanceof KeyboardEvent) return event.type === "keydown" ? byKey(event, boxes) : null;
  if (event.type === "submit") return bySubmit(event as SubmitEvent, boxes);
  return byPress(event.composedPath(), boxes);
}

function byKey(event: KeyboardEvent, boxes: Boxes): Found | null {
  const target = event.composedPath()[0];
  if (!(target instanceof Node)) return null;
  const session = boxes.known().find(({ box }) => holds(box.el, target));
  if (session === undefined || !keysOf(session).some((key) => pressed(key, event))) return null;
  const { el } = session.box;
  const init: KeyboardEventInit = {
    key: event.key,
    code: event.code,
    keyCode: event.keyCode,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: event.altKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  const control = submitOf(session);
  return { sessions: control === null ? [session] : together(control, session, boxes), intent: { by: "key", el, control, init } };
}

function keysOf(session: Session): readonly SubmitKey[] {
  const { adapter, kinds, box } = session;
  const always: SubmitKey[] = ["Ctrl+Enter", "Meta+Enter"];
  if (box.el instanceof HTMLInputElement && formOf(box.el) !== null) always.push("Enter");
  if (adapter === null || kinds.length === 0) return [...always, ...genericKeys(box.el)];
  return [...always, ...adapter.keys.filter((rule) => rule.kinds.some((kind) => kinds.includes(kind))).flatMap((rule) => rule.keys)];
}

function pressed(key: SubmitKey, event: KeyboardEvent): boolean {
  const parts = key.split("+");
  const last = parts.at(-1)?.toLowerCase();
  const hit = event.key.toLowerCase() === last || (last === "enter" && event.keyCode === 13);
  if (!hit || event.shiftKey !== parts.includes("Shift")) return false;
  return event.ctrlKey === parts.includes("Ctrl") && event.metaKey === parts.includes("Meta") && event.altKey === parts.includes("Alt");
}

/** Is a list of names or tags open, where Enter picks instead of posting? */
export function typeaheadOpen(session: Session): boolean {
  const { el } = session.box;
  if (el.getAttribute("aria-expanded") === "true" || el.hasAttribute("aria-activedescendant")) return true;
  const known = session.adapter?.typeahead;
  return known !== undefined && [...el.ownerDocument.querySelectorAll(known)].some(isVisible);
}

function submitOf(session: Session): HTMLElement | null {
  const { adapter, kinds, box } = session;
  return (adapter === null ? null : submitFor(adapter, box.el, kinds)) ?? genericSubmitFor(box.el);
}

function bySubmit(event: SubmitEvent, boxes: Boxes): Found | null {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return null;
  const sessions = boxes.known().filter(({ box }) => formOf(box.el) === form && box.el.isConnected);
  return sessions.length === 0 ? null : { sessions, intent: { by: "submit", form, submitter: event.submitter } };
}

function byPress(path: readonly EventTarget[], boxes: Boxes): Found | null {
  const { adapter } = boxes;
  const hit = adapter === null ? null : submitIn(adapter, path);
  if (adapter !== null && hit !== null && !disabled(hit.control)) {
    const all = everyBox(adapter, boxes).filter((each) => posts(hit.rule, hit.control, each.box.el, each.kinds));
    const sessions = nearest(hit.control, all);
    if (sessions.length > 0) return { sessions, intent: { by: "press", control: hit.control } };
  }
  return byGenericPress(path, boxes.known());
}

/** Of several boxes a button could be taken to post, the nearest: an empty one further off must not stand in for it. */
function byGenericPress(path: readonly EventTarget[], known: readonly Session[]): Found | null {
  const own = known.filter(({ box, adapter, kinds }) => box.el.isConnected && (adapter === null || submitFor(adapter, box.el, kinds) === null));
  const hits = own.flatMap((session) => {
    const control = genericSubmit(path, session.box.el);
    return control === null || disabled(control) ? [] : [{ session, control }];
  });
  const control = hits[0]?.control;
  if (control === undefined) return null;
  return { sessions: nearest(control, hits.map((hit) => hit.session)), intent: { by: "press", control } };
}

function disabled(control: HTMLElement): boolean {
  return control.matches(":disabled, [aria-disabled=true]");
}

function everyBox(adapter: Adapter, boxes: Boxes): Session[] {
  const known = boxes.known().filter(({ box }) => isVisible(box.el));
  const fresh = boxesIn(adapter, document).filter((el) => !known.some(({ box }) => box.el === el || holds(el, box.el)));
  return [...known, ...fresh.flatMap((el) => boxes.open(el) ?? [])];
}

const SCOPE = "[role=dialog], [role=alertdialog], dialog, form, [aria-modal=true]";

/** The boxes one control posts together: all in its dialog or form (a thread), else the nearest alone. */
function nearest(control: HTMLElement, sessions: readonly Session[]): Session[] {
  const scope = control.closest(SCOPE);
  const inScope = scope === null ? [] : sessions.filter(({ box }) => holds(scope, box.el));
  if (inScope.length > 0) return inScope;
  const far = sessions.map(({ box }) => distance(control, box.el));
  const least = Math.min(...far);
  return sessions.filter((_, at) => far[at] === least);
}

function together(control: HTMLElement, session: Session, boxes: Boxes): Session[] {
  if (boxes.adapter === null) return [session];
  const hit = submitIn(boxes.adapter, [control]);
  if (hit === null) return [session];
  const all = everyBox(boxes.adapter, boxes).filter((each) => posts(hit.rule, control, each.box.el, each.kinds));
  const scope = control.closest(SCOPE);
  const others = all.filter((each) => each !== session && scope !== null && holds(scope, each.box.el) && holds(scope, session.box.el));
  return [session, ...others];
}

/** Does again what the user did, once it may pass. */
export function replay(intent: Intent): void {
  if (intent.by === "submit") {
    if (intent.form.isConnected) intent.form.requestSubmit(intent.submitter instanceof HTMLElement && intent.submitter.isConnected ? intent.submitter : null);
    return;
  }
  if (intent.by === "key") {
    if (isField(intent.el) || intent.el.isConnected) intent.el.focus({ preventScroll: true });
    if (intent.control !== null && intent.control.isConnected && !disabled(intent.control)) press(intent.control);
    else intent.el.dispatchEvent(new KeyboardEvent("keydown", intent.init));
    return;
  }
  if (intent.control.isConnected) press(intent.control);
}

function press(control: HTMLElement): void {
  const init: PointerEventInit = { bubbles: true, cancelable: true, composed: true, button: 0, buttons: 1, pointerId: 1, pointerType: "mouse", isPrimary: true };
  control.dispatchEvent(new PointerEvent("pointerdown", init));
  control.dispatchEvent(new MouseEvent("mousedown", init));
  control.dispatchEvent(new PointerEvent("pointerup", { ...init, buttons: 0 }));
  control.dispatchEvent(new MouseEvent("mouseup", { ...init, buttons: 0 }));
  if (control instanceof HTMLElement) control.click();
  else (control as Element).dispatchEvent(new MouseEvent("click", { ...init, buttons: 0 }));
}
