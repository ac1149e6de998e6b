// The look of everything Aval shows in a page: one style sheet for the closed root; the background sends it with `site`.
// Not here: underline shapes (content/draw/ink.ts). `:host` uses !important so that a page's own rules cannot move or hide it.

export const LOOK = `
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;background:none!important;display:block!important;z-index:2147483647!important;visibility:visible!important;opacity:1!important;transform:none!important;pointer-events:none!important}
*{box-sizing:border-box}
[hidden]{display:none!important}
.layer{--bg:#fff;--fg:#16191d;--soft:#59616b;--line:#d5dae0;--fill:#f3f5f7;--main:#0b57d0;--on:#fff;--red:#c8102e;--amber:#9a5800;--violet:#5b35c9;--green:#1a7f43;--shade:0 1px 2px #0002,0 8px 28px #0003;color-scheme:light;font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--fg);text-align:start}
.dark{--bg:#1d2126;--fg:#eef1f4;--soft:#a7b0ba;--line:#3a424b;--fill:#2a3038;--main:#a8c7fa;--on:#062e6f;--red:#ff8a93;--amber:#ffc25c;--violet:#bba8ff;--green:#6dd58c;--shade:0 0 0 1px #fff1,0 8px 28px #000a;color-scheme:dark}
.live{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button,textarea{font:inherit;color:inherit}
button{cursor:pointer;background:none;border:1px solid transparent;border-radius:8px;padding:5px 12px;min-height:32px;pointer-events:auto}
button:hover{background:var(--fill)}
button:focus-visible,textarea:focus-visible,summary:focus-visible{outline:2px solid var(--main);outline-offset:2px}
.main{background:var(--main);color:var(--on);font-weight:600}
.main:hover{background:var(--main);filter:brightness(1.08)}
.second{border-color:var(--line)}
.icon{padding:0;width:28px;min-height:28px;color:var(--soft);font-size:16px;line-height:1}
.mirror{position:fixed;overflow:hidden;pointer-events:none;transform-origin:0 0;z-index:1}
.twin{position:absolute;top:0;left:0;color:transparent}
.mark{position:fixed;z-index:2;width:16px;height:16px;min-height:0;padding:0;border-radius:50%;background:none;border:0}
.mark::before{content:"";position:absolute;inset:4px;border-radius:50%;background:currentColor;box-shadow:0 0 0 1.5px var(--bg)}
.mark.doubtful::before{border-radius:2px}
.mark.flagged::before{clip-path:polygon(50% 0,100% 100%,0 100%)}
.mark:hover{background:none;transform:scale(1.35)}
.contradicted{color:var(--red)}.doubtful{color:var(--amber)}.flagged{color:var(--violet)}
.counter{position:fixed;z-index:2;display:flex;align-items:center;pointer-events:auto;background:var(--bg);border:1px solid var(--line);border-radius:14px;box-shadow:0 1px 3px #0003;font-size:12px;touch-action:none;user-select:none}
.counter button{min-height:24px;padding:0 8px;border-radius:14px;border:0;display:flex;align-items:center;font-weight:600}
.counter .hide{display:none;padding:0 6px;font-weight:400;color:var(--soft)}
.counter:hover .hide,.counter:focus-within .hide{display:flex}
.counter.clean b{color:var(--green)}
.counter.unchecked{border-style:dashed}
.counter .words{max-width:0;overflow:hidden;white-space:nowrap;font-weight:400}
.counter:hover .words,.counter:focus-within .words,.counter.open .words{max-width:70vw;padding-inline-start:6px}
.card{position:fixed;z-index:3;width:min(340px,calc(100vw - 16px));background:var(--bg);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shade);padding:12px 14px 12px;pointer-events:auto;overflow-wrap:anywhere}
.head{display:flex;align-items:center;gap:6px;margin:-4px -6px 6px 0;color:var(--soft);font-size:12.5px}
.head .kind{font-weight:600;flex:1}
.head .nav{display:flex;align-items:center;white-space:nowrap}
.glyph{font-weight:700;font-size:12px;color:inherit}
.message{margin:0 0 8px;font-size:15px;font-weight:600;line-height:1.35}
.facts{margin:0 0 10px;display:grid;grid-template-columns:auto 1fr;gap:2px 10px;font-size:13px}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.facts .wrote{text-decoration:line-through;text-decoration-color:var(--red)}
.facts .place{color:var(--soft);font-size:12px}
.acts{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.acts .main{flex:1 1 auto}
details{font-size:13px}
summary{cursor:pointer;border-radius:6px;padding:4px 6px;color:var(--soft);pointer-events:auto}
.scopes{flex-basis:100%;display:flex;flex-wrap:wrap;gap:6px}
.why{margin-top:8px;border-top:1px solid var(--line);padding-top:6px}
.why p{margin:4px 6px}
.note{margin:8px 0 0;padding:8px 10px;border-radius:8px;background:var(--fill);font-size:13px}
.toast{position:fixed;z-index:4;left:50%;bottom:24px;transform:translateX(-50%);max-width:min(460px,calc(100vw - 24px));background:var(--bg);border:1px solid var(--line);border-radius:10px;box-shadow:var(--shade);padding:10px 14px;pointer-events:auto;display:flex;gap:10px;align-items:center}
dialog{position:fixed;inset:0;margin:auto;width:min(480px,calc(100vw - 24px));max-height:calc(100vh - 24px);overflow:auto;padding:20px;border:1px solid var(--line);border-radius:14px;background:var(--bg);color:var(--fg);box-shadow:var(--shade);pointer-events:auto}
dialog::backdrop{background:#0008}
dialog h2{margin:0 0 4px;font-size:18px;line-height:1.3}
dialog .lead{margin:0 0 12px;color:var(--soft)}
dialog ul{margin:0 0 14px;padding:0;list-style:none;display:grid;gap:8px}
dialog li{border:1px solid var(--line);border-inline-start:4px solid;border-radius:8px;padding:8px 12px}
dialog li p{margin:0;color:var(--fg)}
dialog li .place{color:var(--soft);font-size:12.5px}
dialog label{display:block;font-weight:600;font-size:13px;margin-bottom:4px}
dialog textarea{width:100%;min-height:56px;resize:vertical;padding:8px 10px;border:1px solid var(--soft);border-radius:8px;background:var(--bg)}
dialog .help{margin:4px 0 14px;font-size:12.5px;color:var(--soft)}
dialog .bad{color:var(--red);font-weight:600}
dialog .acts{justify-content:flex-end}
dialog .acts .main{flex:0 1 auto}
@media (prefers-reduced-motion:no-preference){.card,dialog[open]{animation:in .12s ease-out}.counter .words{transition:max-width .15s}}
@keyframes in{from{opacity:0;translate:0 4px}}
@media (forced-colors:active){.card,.counter,.toast,dialog{border:1px solid CanvasText}.main{border:2px solid ButtonText;forced-color-adjust:none;background:Highlight;color:HighlightText}.mark::before{forced-color-adjust:none;background:Highlight}}
`
  .replace(/\n/g, "");
