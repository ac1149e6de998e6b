// Every word Aval shows in a page, in both languages; `{0}` and `{1}` are arguments.
// Not here: a finding's own message and labels (the core writes those in the draft's language).

export type Lang = "en" | "fr";

const en = {
  contradicted: "The sheet says otherwise",
  unsupported: "Not in the sheet",
  outdated: "No longer true",
  ambiguous: "Depends on the product",
  flagged: "Risky claim",
  wrote: "You wrote",
  sheetSays: "The sheet says",
  line: "line {0}",
  condition: "Condition: {0}",
  why: "Why",
  ignore: "Ignore",
  ignoreText: "In this text",
  ignoreRule: "This rule, everywhere",
  ignoreProduct: "For {0}",
  previous: "Previous",
  next: "Next",
  close: "Close",
  hide: "Hide the counter",
  of: "{0} of {1}",
  card: "Aval: what to check in your reply",
  counterOne: "1 thing to check",
  counterMany: "{0} things to check",
  counterNone: "Nothing to correct",
  checking: "Checking…",
  fixed: "Replaced with “{0}”.",
  copied: "This box did not take the change. “{0}” is on the clipboard: paste it yourself.",
  notRestored: "This box did not take the change. Check your text: it may need Undo.",
  changed: "These words have changed since they were checked. Nothing was replaced.",
  crosses: "There is a mention or an emoji inside these words: correct them by hand.",
  ignored: "Ignored.",
  guardTitle: "Before you post",
  guardOne: "One thing in this reply is wrong.",
  guardMany: "{0} things in this reply are wrong.",
  warnTitle: "Post this reply?",
  warnOne: "One thing in it deserves a look.",
  warnMany: "{0} things in it deserve a look.",
  fix: "Fix",
  post: "Post",
  postAnyway: "Post anyway",
  cancel: "Cancel",
  reason: "Reason for posting anyway",
  reasonHelp: "Kept with this post in your trace.",
  reasonNeeded: "Give a reason to post anyway.",
  again: "Your text is unchanged and may go. Press the site’s button once more.",
  notChecked: "Not checked",
  starting: "Not checked: Aval is starting.",
  "engine-failed": "Not checked: the checker stopped. You can still post.",
  "no-sheet": "Not checked: no sheet is loaded for this site.",
  "too-long": "Too long, not checked (over 100,000 characters).",
  off: "Aval is off on this site.",
  disconnected: "Not checked: Aval was updated or stopped. Reload the page to check again. You can still post.",
  slow: "Posted without a check: the answer took too long.",
  unseen: "Aval does not see a compose box here. This site may have changed.",
};
export type StringKey = keyof typeof en;

const fr: Record<StringKey, string> = {
  contradicted: "La fiche dit autre chose",
  unsupported: "Absent de la fiche",
  outdated: "N’est plus vrai",
  ambiguous: "Dépend du produit",
  flagged: "Allégation risquée",
  wrote: "Vous écrivez",
  sheetSays: "La fiche dit",
  line: "ligne {0}",
  condition: "Condition : {0}",
  why: "Pourquoi",
  ignore: "Ignorer",
  ignoreText: "Dans ce texte",
  ignoreRule: "Cette règle, partout",
  ignoreProduct: "Pour {0}",
  previous: "Précédent",
  next: "Suivant",
  close: "Fermer",
  hide: "Masquer le compteur",
  of: "{0} sur {1}",
  card: "Aval : à vérifier dans votre réponse",
  counterOne: "1 point à vérifier",
  counterMany: "{0} points à vérifier",
  counterNone: "Rien à corriger",
  checking: "Vérification…",
  fixed: "Remplacé par « {0} ».",
  copied: "Ce champ n’a pas pris la correction. « {0} » est dans le presse-papiers : collez-le vous-même.",
  notRestored: "Ce champ n’a pas pris la correction. Relisez votre texte : il faut peut-être annuler.",
  changed: "Ces mots ont changé depuis la vérification. Rien n’a été remplacé.",
  crosses: "Ces mots contiennent une mention ou un émoji : corrigez-les à la main.",
  ignored: "Ignoré.",
  guardTitle: "Avant de publier",
  guardOne: "Un point de cette réponse est faux.",
  guardMany: "{0} points de cette réponse sont faux.",
  warnTitle: "Publier cette réponse ?",
  warnOne: "Un point mérite un regard.",
  warnMany: "{0} points méritent un regard.",
  fix: "Corriger",
  post: "Publier",
  postAnyway: "Publier quand même",
  cancel: "Annuler",
  reason: "Motif pour publier quand même",
  reasonHelp: "Conservé avec ce message dans votre registre.",
  reasonNeeded: "Donnez un motif pour publier quand même.",
  again: "Votre texte est inchangé et peut partir. Appuyez encore une fois sur le bouton du site.",
  notChecked: "Non vérifié",
  starting: "Non vérifié : Aval démarre.",
  "engine-failed": "Non vérifié : le vérificateur s’est arrêté. Vous pouvez publier.",
  "no-sheet": "Non vérifié : aucune fiche chargée pour ce site.",
  "too-long": "Trop long, non vérifié (plus de 100 000 caractères).",
  off: "Aval est désactivé sur ce site.",
  disconnected: "Non vérifié : Aval a été mis à jour ou arrêté. Rechargez la page pour vérifier à nouveau. Vous pouvez publier.",
  slow: "Publié sans vérification : la réponse a trop tardé.",
  unseen: "Aval ne voit pas de zone de rédaction ici. Ce site a peut-être changé.",
};

export const STRINGS: Record<Lang, Record<StringKey, string>> = { en, fr };

export type Say = (key: StringKey, ...args: (string | number)[]) => string;

export function speaker(lang: Lang): Say {
  return (key, ...args) => STRINGS[lang][key].replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)] ?? ""));
}

/** A fixed choice first, then the draft's language, then the browser's. */
export function chooseLang(fixed: "auto" | Lang, draft: string | null, browser: string): Lang {
  if (fixed !== "auto") return fixed;
  const from = draft === "fr" || draft === "en" ? draft : browser;
  return from.toLowerCase().startsWith("fr") ? "fr" : "en";
}
