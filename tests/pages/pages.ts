// The test pages: one row an editor or network, with where tests find the box and the button.
// Not here: bundling (build.ts), the browsers (tests/browser/harness/).

export interface TestPage {
  id: string;
  /** The script under editors/ or networks/. */
  script: string;
  host: string;
  /** Served under a policy as strict as the networks'. Some editors write styles of their own and cannot live there. */
  policy: "strict" | "none";
  /** Selectors of the editable and of the button; null where only keys post. */
  box: string;
  send: string | null;
  kind: "editor" | "way to post" | "network";
  body: string;
}

function framed(id: string, script = id, more: Partial<TestPage> = {}): TestPage {
  const body = `<div class="reply"><strong>Paul</strong><p>How long does the X200 run?</p></div><div id="box" data-editor="${id}"></div><button id="send" type="button">Post</button> <button id="mention" type="button" hidden>@</button>`;
  return { id, script, host: "pages.test", policy: "strict", box: "#compose", send: "#send", kind: "editor", body, ...more };
}

const tweet = `<article data-testid="tweet" class="reply"><div data-testid="User-Name"><a href="/paul">Paul</a> <a href="/paul/status/1"><time>2h</time></a></div><div data-testid="tweetText" lang="en"><span>How long does the X200 run?</span></div></article>`;

function xComposer(name: string, button: string): string {
  return `<div data-composer="${name}"><div class="field" data-box="tweetTextarea_0"></div><div data-testid="toolBar"><button type="button" role="button" data-testid="${button}" aria-disabled="true"><div><span>Post</span></div></button></div></div>`;
}

export const PAGES: readonly TestPage[] = [
  framed("textarea"),
  framed("react-textarea"),
  framed("contenteditable"),
  framed("draft", "draft", { box: ".public-DraftEditor-content" }),
  framed("lexical"),
  framed("lexical-plain", "lexical"),
  framed("quill1", "quill1", { policy: "none" }),
  framed("quill2", "quill2", { policy: "none" }),
  framed("prosemirror"),
  framed("tiptap", "tiptap", { policy: "none" }),
  framed("slate"),
  framed("ckeditor", "ckeditor", { policy: "none", box: ".ck-editor__editable" }),
  framed("codemirror", "codemirror", { policy: "none" }),
  framed("form", "form", { kind: "way to post", send: "#submit" }),
  framed("chat", "chat", { kind: "way to post", send: null }),
  framed("hasty", "hasty", { kind: "way to post" }),
  {
    id: "x",
    script: "x",
    host: "x.com",
    policy: "strict",
    box: "[role=dialog] [data-testid=tweetTextarea_0]",
    send: "[data-testid=tweetButton]",
    kind: "network",
    body: `<div role="dialog" aria-modal="true">${tweet}${xComposer("modal", "tweetButton")}</div><main data-testid="primaryColumn">${xComposer("inline", "tweetButtonInline")}</main>`,
  },
  {
    id: "x-thread",
    script: "x",
    host: "x.com",
    policy: "strict",
    box: "[data-testid=tweetTextarea_0]",
    send: "[data-testid=tweetButton]",
    kind: "network",
    body: `<div role="dialog" aria-modal="true"><div data-composer="thread"><div class="field" data-box="tweetTextarea_0"></div><div class="field" data-box="tweetTextarea_1" data-kept="It runs 12 hours"></div><button type="button" role="button" data-testid="tweetButton" aria-disabled="true">Post all</button></div></div>`,
  },
  {
    id: "mastodon",
    script: "mastodon",
    host: "mastodon.social",
    policy: "strict",
    box: "textarea",
    send: ".compose-form__submit button",
    kind: "network",
    body: `<div id="mastodon" class="app-holder"></div>`,
  },
];

export function addressOf(page: TestPage): string {
  return `https://${page.host}${page.policy === "strict" ? "/strict" : ""}/${page.id}.html`;
}

export function htmlOf(page: TestPage): string {
  const root = page.policy === "strict" ? "/strict/" : "/";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page.id}</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${root}page.css"></head><body>${page.body}<ol id="posted"></ol><script type="module" src="${root}${page.script}.js"></script></body></html>`;
}
