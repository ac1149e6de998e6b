// A small network of its own: what is sent appears below the box. It knows nothing of any extension.
"use strict";

function box(form, field, list, text, empty) {
  const send = () => {
    if (text().trim() === "") return;
    const item = document.createElement("li");
    item.textContent = text();
    list.append(item);
    empty();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (form === null) send();
    else form.requestSubmit();
  });
  return send;
}

const byId = (id) => document.getElementById(id);

const reply = byId("reply-text");
const sendReply = box(byId("reply"), reply, byId("reply-posted"), () => reply.value, () => (reply.value = ""));
byId("reply").addEventListener("submit", (event) => {
  event.preventDefault();
  sendReply();
});

const comment = byId("comment-text");
const sendComment = box(null, comment, byId("comment-posted"), () => comment.innerText, () => comment.replaceChildren());
byId("comment-post").addEventListener("click", sendComment);
