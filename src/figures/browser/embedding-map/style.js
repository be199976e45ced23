// The figure's own style sheet, in a shadow tree: the page's rules and ours do not meet.
lab.css = `
:host{all:initial;display:block}
*{box-sizing:border-box}
[hidden]{display:none!important}
.box{font:13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);
 color-scheme:var(--scheme);margin-bottom:8px;container-type:inline-size}
h2{font-size:16px;font-weight:600;line-height:1.3;margin:0 0 8px}
h3{font-size:13px;font-weight:600;margin:0 0 4px}
p{margin:0 0 6px}
.tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0 0 8px}
.tools label{display:flex;gap:6px;align-items:center;color:var(--muted)}
input[type=search],input[type=text],select{font:inherit;color:var(--ink);background:var(--paper);
 border:1px solid var(--edge);border-radius:7px;padding:5px 9px;min-height:32px}
input[type=search]{flex:0 1 220px;min-width:130px}
input[type=text]{width:110px}
button{font:inherit;color:var(--ink);cursor:pointer}
.plain{background:var(--raised);border:1px solid var(--line);border-radius:7px;padding:4px 10px;
 min-height:32px}
.plain:hover{border-color:var(--edge)}
.plain[aria-pressed=true]{border-color:var(--accent);color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.found{color:var(--muted)}
.found:empty{display:none}
.work{display:grid;grid-template-columns:minmax(0,1fr) 264px;gap:14px;align-items:start}
.work.is-alone{grid-template-columns:minmax(0,1fr)}
@container (max-width:719px){.work{grid-template-columns:minmax(0,1fr)}}
.stage{position:relative;height:var(--height);border:1px solid var(--line);border-radius:10px;
 overflow:hidden;background:var(--paper);cursor:grab;touch-action:pan-y;user-select:none;
 -webkit-user-select:none}
.stage:focus-visible{outline-offset:2px}
.stage:focus{touch-action:none}
.stage.is-held{cursor:grabbing}
.stage.is-over{cursor:pointer}
canvas{position:absolute;inset:0;width:100%;height:100%;display:block}
.zoom{position:absolute;right:10px;top:10px;display:flex;flex-direction:column;
 border:1px solid var(--line);border-radius:8px;overflow:hidden;background:var(--paper)}
.zoom button{width:32px;height:32px;border:0;background:none;font-size:17px;line-height:1;padding:0;
 color:var(--ink)}
.zoom button+button{border-top:1px solid var(--line)}
.zoom button:hover{background:var(--raised)}
.zoom button:focus-visible{outline-offset:-3px}
.tip{position:absolute;max-width:260px;padding:6px 9px;border-radius:8px;background:var(--ink);
 color:var(--paper);pointer-events:none;font-size:12.5px;line-height:1.35;overflow-wrap:anywhere;
 box-shadow:0 2px 10px rgba(0,0,0,.2)}
.tip small{display:block;opacity:.85;font-size:11.5px}
.hint{position:absolute;left:50%;bottom:14px;transform:translateX(-50%);padding:5px 12px;
 border-radius:16px;background:var(--ink);color:var(--paper);font-size:12.5px;white-space:nowrap;
 pointer-events:none;opacity:0;transition:opacity .2s}
.hint.is-on{opacity:.94}
.legend{display:flex;flex-wrap:wrap;gap:4px 6px;margin:8px 0 0}
.legend button,.legend span.step{display:inline-flex;align-items:center;gap:6px;border:1px solid
 transparent;border-radius:14px;background:none;padding:2px 9px 2px 6px;font-size:12.5px;
 color:var(--ink)}
.legend button:hover{background:var(--raised)}
.legend button[aria-pressed=true]{border-color:var(--accent);background:var(--raised)}
.legend small{color:var(--muted);font-size:11.5px}
.legend svg{flex:none}
.foot{color:var(--muted);font-size:12px;margin:6px 0 0}
.frames{display:flex;gap:10px;align-items:center;margin:10px 0 0}
.frames input{flex:1 1 auto;min-width:80px;accent-color:var(--accent);margin:0;min-height:24px}
.frames output{min-width:6.5em;font-weight:600;font-variant-numeric:tabular-nums}
.frames .end{color:var(--muted)}
.work.is-long{grid-template-areas:"left believe" "about about"}
.work.is-long .side{display:contents}
.work.is-long .about{grid-area:about}
@container (max-width:719px){.work.is-long{grid-template-areas:"left" "believe" "about"}}
.side{display:flex;flex-direction:column;gap:14px;min-width:0}
.card{border:1px solid var(--line);border-radius:10px;padding:12px 13px;background:var(--paper);
 min-width:0}
.card:empty{display:none}
.big strong{font-size:26px;line-height:1.1;font-weight:650;letter-spacing:-.01em;
 font-variant-numeric:tabular-nums;margin-right:4px}
.quiet{color:var(--muted);font-size:12px}
.meter{position:relative;height:8px;border-radius:4px;background:var(--line);margin:8px 0 4px}
.meter b{display:block;height:100%;border-radius:4px;background:var(--accent);min-width:2px}
.meter s{position:absolute;top:-3px;width:2px;height:14px;background:var(--ink);border-radius:1px}
.bars{display:flex;align-items:flex-end;gap:2px;height:36px;margin:10px 0 0;
 border-bottom:1px solid var(--edge)}
.bars i{flex:1;background:var(--accent);opacity:.75;border-radius:2px 2px 0 0}
.ends{display:flex;justify-content:space-between;margin:3px 0 0}
.name{font-size:15px;overflow-wrap:anywhere;margin-bottom:1px}
.kept{margin:4px 0 6px}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12.5px}
th{text-align:left;font-weight:600;color:var(--muted);font-size:11px;padding:3px 2px;white-space:nowrap;
 border-bottom:1px solid var(--line)}
td{padding:0 2px;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td{border-bottom:0}
th:first-child,td.rank{width:20px;color:var(--muted);font-size:11px}
td div{display:flex;align-items:center;gap:2px;min-width:0}
td small{margin-left:auto;color:var(--muted);font-size:11px;font-variant-numeric:tabular-nums}
.tick{flex:none;width:13px;color:var(--accent);font-weight:700;font-size:11.5px}
.point{border:0;background:none;padding:2px;line-height:1.35;text-align:left;min-width:0;overflow:hidden;
 text-overflow:ellipsis;white-space:nowrap;border-radius:4px}
.point:hover{text-decoration:underline}
.beside .point{color:var(--accent);padding:0 4px;font-size:12px}
.card .plain{margin-top:8px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
 white-space:nowrap}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;
