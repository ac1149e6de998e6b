// The networks' structures as sites/ knows them: roles, test ids, labels, editor, what posts, the message replied to.
// Not here: how a page is made of a row (networks/network.ts), X and Mastodon (pages.ts).

import type { TestPage } from "./pages";

const MESSAGE = "How long does the X200 run?";

function mount(editor: string, attributes: Record<string, string> = {}): string {
  return `<div data-mount="${editor}" data-with='${JSON.stringify(attributes)}'></div>`;
}

interface Row {
  host: string;
  body: string;
  box: string;
  send: string | null;
  /** How else the page posts. */
  keys?: "Enter" | "Mod+Enter";
  /** The message replied to, as the adapter must find it; null where there is none to find. */
  context: string | null;
  audience?: "public" | "private" | "unknown";
  /** Selectors cannot reach it: the box is in an open shadow root. */
  shadow?: boolean;
}

const ROWS: Record<string, Row> = {
  linkedin: {
    host: "www.linkedin.com", keys: "Mod+Enter", context: MESSAGE,
    box: ".ProseMirror", send: "[componentkey*=commentButtonSection] button",
    body: `<div role="listitem"><div data-testid="expandable-text-box">${MESSAGE}</div><button aria-label="Comment">Comment</button><div componentkey="commentBox-1"><div data-testid="ui-core-tiptap-text-editor-wrapper">${mount("tiptap", { "aria-label": "Text editor for creating comment" })}</div><div componentkey="commentButtonSection-1"><button type="button" data-sends>Comment</button></div></div></div>`,
  },
  "linkedin-older": {
    host: "www.linkedin.com", keys: "Mod+Enter", context: MESSAGE,
    box: ".ql-editor", send: "button[class*=comments-comment-box__submit-button]",
    body: `<div class="feed-shared-update-v2"><div class="update-components-text">${MESSAGE}</div><div class="comments-comment-box--cr">${mount("quill1")}<button type="button" data-sends class="comments-comment-box__submit-button--cr">Comment</button></div></div>`,
  },
  "linkedin-message": {
    host: "www.linkedin.com", keys: "Enter", context: MESSAGE, audience: "private",
    box: ".msg-form__contenteditable", send: "button.msg-form__send-button",
    body: `<div class="msg-convo-wrapper"><ul><li class="msg-s-event-listitem--other"><span class="msg-s-message-group__name">Paul</span><p class="msg-s-event-listitem__body">${MESSAGE}</p></li></ul><div class="msg-form">${mount("contenteditable", { class: "msg-form__contenteditable", role: "textbox" })}<button type="button" data-sends class="msg-form__send-button">Send</button></div></div>`,
  },
  facebook: {
    host: "www.facebook.com", keys: "Enter", context: MESSAGE,
    box: "[data-lexical-editor]", send: "#focused-state-composer-submit [role=button]",
    body: `<div role="dialog"><div data-ad-comet-preview="message">Our new kettle.</div><div role="article" aria-label="Comment by Paul"><a role="link" href="/paul"><span>Paul</span></a><span lang="en" dir="auto">${MESSAGE}</span></div><form role="presentation">${mount("lexical", { "aria-label": "Comment as Aval" })}<div id="focused-state-composer-submit"><span role="button" tabindex="0" aria-label="Comment" data-sends>➤</span></div></form></div>`,
  },
  messenger: {
    host: "www.messenger.com", keys: "Enter", context: MESSAGE, audience: "private",
    box: "[data-lexical-editor]", send: "[role=button]",
    body: `<div role="main"><div role="row"><div dir="auto">${MESSAGE}</div></div>${mount("lexical", { "aria-label": "Message" })}<div role="button" tabindex="0" aria-label="Press Enter to send" data-sends>➤</div></div>`,
  },
  business: {
    host: "business.facebook.com", keys: "Enter", context: MESSAGE, audience: "unknown",
    box: "textarea", send: "[role=button]",
    body: `<div role="main"><div role="row"><div dir="auto">${MESSAGE}</div></div>${mount("textarea", { "aria-label": "Reply in Messenger…" })}<div role="button" tabindex="0" data-sends>Send</div></div>`,
  },
  instagram: {
    host: "www.instagram.com", keys: "Enter", context: MESSAGE,
    box: "[data-lexical-editor]", send: "[data-sends]",
    body: `<article><header><a href="/paul/">Paul</a></header><h1 dir="auto">${MESSAGE}</h1><section>${mount("lexical", { "aria-label": "Add a comment…" })}<div role="button" tabindex="0">☺</div><div role="button" tabindex="0" data-sends>Post</div></section></article>`,
  },
  threads: {
    host: "www.threads.com", context: MESSAGE,
    box: "[data-lexical-editor]", send: "[data-sends]",
    body: `<div role="dialog"><div data-pressable-container="true"><a href="/@paul">Paul</a><span dir="auto">${MESSAGE}</span></div>${mount("lexical", { "aria-label": "Empty text field. Type to compose a new post." })}<div role="button" tabindex="0">Add topic</div><div role="button" tabindex="0" data-sends>Post</div></div>`,
  },
  youtube: {
    host: "www.youtube.com", keys: "Mod+Enter", context: MESSAGE,
    box: "#contenteditable-root", send: "#submit-button button",
    body: `<ytd-app><ytd-comment-thread-renderer><span id="author-text">Paul</span><span id="content-text">${MESSAGE}</span><ytd-commentbox>${mount("contenteditable", { id: "contenteditable-root", "aria-label": "Add a reply..." })}<div id="submit-button"><button type="button" data-sends>Reply</button></div></ytd-commentbox></ytd-comment-thread-renderer></ytd-app>`,
  },
  youtubestudio: {
    host: "studio.youtube.com", context: MESSAGE,
    box: "textarea", send: "[data-sends]",
    body: `<ytcp-comment-thread><span id="name">Paul</span><span id="content-text">${MESSAGE}</span><ytcp-commentbox>${mount("textarea", { id: "textarea" })}<button type="button" data-sends>Reply</button></ytcp-commentbox></ytcp-comment-thread>`,
  },
  reddit: {
    host: "www.reddit.com", context: MESSAGE,
    box: "[data-lexical-editor]", send: "button[slot=submit-button]",
    body: `<shreddit-comment thingid="t1_a" author="paul"><div slot="comment">${MESSAGE}</div><shreddit-composer>${mount("lexical", { slot: "rte" })}<button slot="submit-button" type="submit" data-sends>Comment</button></shreddit-composer></shreddit-comment>`,
  },
  "reddit-simple": {
    host: "www.reddit.com", context: MESSAGE, shadow: true,
    box: "shreddit-simple-composer", send: "shreddit-simple-composer [data-sends]",
    body: `<shreddit-comment thingid="t1_a" author="paul"><div slot="comment">${MESSAGE}</div><shreddit-simple-composer><template data-shadow><style>:host{display:block}[contenteditable]{min-height:120px}button{float:right}</style>${mount("lexical")}<button type="submit" data-sends>Comment</button></template></shreddit-simple-composer></shreddit-comment>`,
  },
  redditold: {
    host: "old.reddit.com", context: MESSAGE,
    box: "textarea", send: "button.save",
    body: `<div class="thing"><div class="entry"><a class="author">paul</a><div class="usertext-body"><div class="md">${MESSAGE}</div></div></div><form class="usertext" data-posts><div class="usertext-edit">${mount("textarea", { name: "text" })}<div class="usertext-buttons"><button type="submit" class="save">save</button></div></div></form></div>`,
  },
  tiktok: {
    host: "www.tiktok.com", keys: "Enter", context: MESSAGE,
    box: ".public-DraftEditor-content", send: "[data-e2e=comment-post]",
    body: `<div class="css-1-DivCommentItemWrapper"><span data-e2e="comment-username-1">Paul</span><p data-e2e="comment-level-1">${MESSAGE}</p></div><div data-e2e="comment-input">${mount("draft")}</div><div role="button" tabindex="0" data-e2e="comment-post" data-sends>Post</div>`,
  },
  bluesky: {
    host: "bsky.app", keys: "Mod+Enter", context: MESSAGE,
    box: ".ProseMirror", send: "[data-testid=composerPublishBtn]",
    body: `<div aria-label="Expand or collapse the full post you are replying to">${MESSAGE}</div>${mount("tiptap", { role: "textbox" })}<div role="button" tabindex="0" data-testid="composerPublishBtn" data-sends>Reply</div>`,
  },
  pinterest: {
    host: "www.pinterest.com", context: MESSAGE,
    box: ".public-DraftEditor-content", send: "[data-test-id=activity-item-create-submit] button",
    body: `<main><h1>${MESSAGE}</h1><div data-test-id="comment-editor-container">${mount("draft")}</div><div data-test-id="activity-item-create-submit"><button type="button" data-sends>➤</button></div></main>`,
  },
  discourse: {
    host: "forum.test", keys: "Mod+Enter", context: MESSAGE,
    box: "textarea", send: "button.create",
    body: `<meta name="generator" content="Discourse 2026.10"><div id="main-outlet"><div class="topic-post"><article data-post-id="1"><span class="username"><a>paul</a></span><div class="cooked"><p>${MESSAGE}</p></div></article></div></div><div id="reply-control">${mount("textarea", { class: "d-editor-input" })}<button type="button" class="btn create" data-sends>Reply</button></div>`,
  },
  wordpress: {
    host: "blog.test", context: MESSAGE,
    box: "textarea", send: "#submit",
    body: `<ol><li class="comment"><cite class="fn">Paul</cite><div class="comment-content"><p>${MESSAGE}</p></div><form id="commentform" data-posts>${mount("textarea", { name: "comment", id: "comment" })}<input type="submit" name="submit" id="submit" value="Laisser un commentaire"></form></li></ol>`,
  },
  trustpilot: {
    host: "businessapp.b2b.trustpilot.com", context: MESSAGE,
    box: "textarea", send: "[data-sends]",
    body: `<article><p>${MESSAGE}</p>${mount("textarea")}<button type="button" data-sends>Post reply</button></article>`,
  },
  googlebusiness: {
    host: "business.google.com", context: MESSAGE,
    box: "textarea", send: "[data-sends]",
    body: `<div data-review-id="1"><a href="https://www.google.com/maps/contrib/1">Paul</a><span lang="en">${MESSAGE}</span>${mount("textarea", { "aria-label": "Your reply" })}<button type="button" data-sends>Post reply</button><button type="button">Cancel</button></div>`,
  },
  whatsapp: {
    host: "web.whatsapp.com", keys: "Enter", context: MESSAGE, audience: "private",
    box: "[data-lexical-editor]", send: "button[aria-label=Send]",
    body: `<div id="main"><div class="message-in"><span class="selectable-text">${MESSAGE}</span></div><footer>${mount("lexical", { "aria-label": "Type a message" })}<button type="button" aria-label="Send" data-sends>➤</button></footer></div>`,
  },
  discord: {
    host: "discord.com", keys: "Enter", context: MESSAGE, audience: "unknown",
    box: "[data-slate-editor]", send: null,
    body: `<ol data-list-id="chat-messages"><li id="chat-messages-1"><span id="message-username-1">Paul</span><div id="message-content-1">${MESSAGE}</div></li></ol>${mount("slate", { role: "textbox" })}`,
  },
  slack: {
    host: "app.slack.com", keys: "Enter", context: MESSAGE, audience: "unknown",
    box: ".ql-editor", send: "[data-qa=texty_send_button]",
    body: `<div data-qa="message_pane"><div data-qa="message_container"><button data-qa="message_sender_name">Paul</button><div data-qa="message-text">${MESSAGE}</div></div></div><div data-qa="message_input">${mount("quill1")}</div><button type="button" data-qa="texty_send_button" data-sends>➤</button>`,
  },
  zendesk: {
    host: "acme.zendesk.com", context: MESSAGE,
    box: ".ck-editor__editable", send: "[data-test-id=submit_button-button]", audience: "unknown",
    body: `<main><article data-test-id="omni-log-comment-item"><span data-test-id="omni-log-item-sender">Paul</span><div data-test-id="omni-log-message-content">${MESSAGE}</div></article>${mount("ckeditor", { "data-test-id": "omnicomposer-rich-text-ckeditor" })}<button type="button" data-test-id="submit_button-button" data-sends>Submit as Open</button></main>`,
  },
};

export interface NetworkPage extends TestPage {
  context: string | null;
  audience: "public" | "private" | "unknown";
  keys: "Enter" | "Control+Enter" | null;
  shadow: boolean;
}

export const NETWORKS: readonly NetworkPage[] = Object.entries(ROWS).map(([id, row]) => ({
  id: `net-${id}`,
  script: "network",
  host: row.host,
  policy: "none",
  box: row.box,
  send: row.send,
  kind: "network",
  body: `<div${row.keys === undefined ? "" : ` data-keys="${row.keys}"`}>${row.body}</div>`,
  context: row.context,
  audience: row.audience ?? "public",
  keys: row.keys === undefined ? null : row.keys === "Enter" ? "Enter" : "Control+Enter",
  shadow: row.shadow ?? false,
}));
