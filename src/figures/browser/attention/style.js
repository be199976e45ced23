// The figure's own style sheet, in a shadow tree: the page's rules and ours do not meet.
lab.css = `
:host{all:initial;display:block}
*{box-sizing:border-box}
.box{font:13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);
 color-scheme:var(--scheme);margin-bottom:8px}
h2{font-size:16px;font-weight:600;line-height:1.3;margin:0 0 8px}
p{margin:0 0 6px}
.tools{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;margin:0 0 8px}
.set{display:flex;flex-wrap:wrap;gap:4px;align-items:center}
.set b{font-weight:400;color:var(--muted);margin-right:3px}
button{font:inherit;color:var(--ink);cursor:pointer}
.plain{background:var(--raised);border:1px solid var(--edge);border-radius:7px;padding:3px 9px;
 min-width:32px;min-height:30px}
.plain[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);
 font-weight:600}
.head{border-bottom-width:5px}
.head[aria-pressed=true]{border-bottom-color:var(--hue)}
.head[aria-pressed=false]{border-bottom-color:var(--raised);color:var(--muted)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.work{display:flex;flex-wrap:wrap;gap:10px 22px;align-items:flex-start}
.work svg{max-width:100%;height:auto;display:block}
.work g[role=button]{cursor:pointer}
.work g[role=button]:focus-visible{outline:none}
.work g[role=button]:focus-visible rect{stroke:var(--accent);stroke-width:2}
.matrix{touch-action:pan-y}
.say{min-height:3em;margin:4px 0 10px;max-width:60em}
.grid{border-collapse:collapse;margin:0 0 4px}
.grid th{font-weight:400;font-size:11.5px;color:var(--muted);padding:1px 4px;text-align:right}
.grid thead th{text-align:center}
.grid td{padding:2px}
.grid button{display:block;padding:2px;border:1px solid var(--line);background:none;border-radius:4px}
.grid button[aria-pressed=true]{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.grid canvas{display:block;image-rendering:pixelated}
.wide{overflow-x:auto;max-width:100%}
.quiet{color:var(--muted);font-size:12px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;
