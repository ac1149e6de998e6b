// The test pages: one row an editor or network, with where tests find the box, the button and what to expect.
// Not here: bundling (build.mjs), the browsers (tests/browser/).

/** As strict as the networks': nothing but the page's own script, no inline, Trusted Types. */
export const STRICT = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'";
/** Editors of test pages that need inline styles or their own sinks. */
export const LOOSE = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";

const plain = (id, script, { box = "#compose", csp = STRICT, editor = id } = {}) => ({
  id, script, csp, box, send: "#send", host: "pages.test", url: `https://pages.test/${id}`, html: framed(id, script, editor), network: false, odd: ["form", "chat", "hasty"].includes(id),
});

export const PAGES = [
  plain("textarea", "textarea"),
  plain("react-textarea", "react-textarea"),
  plain("contenteditable", "contenteditable"),
  plain("draft", "draft", { box: ".public-DraftEditor-content", csp: LOOSE }),
  plain("lexical", "lexical"),
  plain("lexical-plain", "lexical"),
  plain("quill1", "quill1", { csp: LOOSE }),
  plain("quill2", "quill2", { csp: LOOSE }),
  plain("prosemirror", "prosemirror"),
  plain("tiptap", "tiptap", { csp: LOOSE }),
  plain("slate", "slate"),
  plain("ckeditor", "ckeditor", { csp: LOOSE, box: ".ck-editor__editable" }),
  plain("codemirror", "codemirror"),
  plain("form", "form"),
  plain("chat", "chat", { send: null }),
  plain("hasty", "hasty"),
  { id: "x", script: "x", csp: LOOSE, host: "x.com", url: "https://x.com/compose/post", box: "[data-testid=tweetTextarea_0]", send: "[data-testid=tweetButton]", html: x(), network: true, context: "How long does the X200 run?" },
  { id: "mastodon", script: "mastodon", csp: STRICT, host: "mastodon.social", url: "https://mastodon.social/publish", box: "textarea", send: ".compose-form__submit button", html: mastodon(), network: true, context: "Combien de temps tient la batterie du X200 ?" },
];

function page(title, style, body, script) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:24px;max-width:640px}html.dark{background:#15202b;color:#eef;color-scheme:dark}
.reply{border:1px solid #8886;border-radius:12px;padding:12px 16px;margin:0 0 16px}
#box{border:1px solid #8888;border-radius:12px;padding:10px 14px;min-height:120px}#box [contenteditable]{outline:none;min-height:100px}#compose:is(textarea){width:100%;font:inherit;border:0;outline:0;background:none;color:inherit;box-sizing:border-box}
button{font:inherit;margin:12px 0;padding:6px 18px;border-radius:999px;border:0;background:#1d9bf0;color:#fff}${style}</style></head><body>${body}<ol id="posted"></ol><script type="module" src="/${script}.js"></script></body></html>`;
}

function framed(id, script, editor) {
  return page(`Reply · ${id}`, "", `<div class="reply"><strong>Paul</strong><p>How long does the X200 run?</p></div><div id="box" data-editor="${editor}"></div><button id="send" type="button">Post</button> ${id === "prosemirror" ? '<button id="mention" type="button">@</button>' : ""}`, script);
}

function x() {
  const tweet = `<article data-testid="tweet" class="reply"><div data-testid="User-Name"><a href="/paul">Paul</a> <a href="/paul/status/1"><time>2h</time></a></div><div data-testid="tweetText" lang="en"><span>How long does the X200 run?</span></div></article>`;
  const composer = (name, button) => `<div data-composer="${name}"><div class="field" data-box="tweetTextarea_0"></div><div data-testid="toolBar"><button type="button" role="button" data-testid="${button}" aria-disabled="true"><div><span>Post</span></div></button></div></div>`;
  return page("Compose / X", "[role=dialog]{border:1px solid #8888;border-radius:16px;padding:16px;margin:16px 0}.field{min-height:80px}.public-DraftEditor-content{outline:none;min-height:80px}",
    `<div role="dialog" aria-modal="true">${tweet}${composer("modal", "tweetButton")}</div><main data-testid="primaryColumn">${composer("inline", "tweetButtonInline")}</main>`, "x");
}

function mastodon() {
  return page("Mastodon", ".compose-form textarea{width:100%;box-sizing:border-box;font:inherit;padding:10px;border-radius:8px;border:1px solid #8888;background:none;color:inherit}", `<div id="mastodon" class="app-holder"></div>`, "mastodon");
}
