// From frame to frame: before and after training, or the map at many steps.
const MORPH_SECONDS = 1.5;
const FRAME_SECONDS = 0.45;

const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
lab.isCalm = isCalm;

const eased = (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
lab.eased = eased;

lab.frameControl = (map) => {
  const { data } = map;
  const el = lab.el;
  const last = data.frames.length - 1;
  const isMorph = last === 1;
  const play = el("button", { type: "button", className: "plain" }, "▶ Play");
  const input = el("input", {
    type: "range",
    min: 0,
    max: last,
    step: isMorph ? "0.01" : "1",
    "aria-label": isMorph
      ? `from ${data.frames[0].name} to ${data.frames[1].name}`
      : data.stepLabel,
  });
  input.value = map.position;
  const output = el("output", {});
  const row = isMorph
    ? [
        play,
        el("span", { className: "end" }, data.frames[0].name),
        input,
        el("span", { className: "end" }, data.frames[1].name),
      ]
    : [play, output, input];
  let running = 0;
  const stop = () => {
    cancelAnimationFrame(running);
    running = 0;
    play.textContent = "▶ Play";
  };
  const begin = () => {
    if (map.axis) map.showAxis(null);
    if (isCalm()) return map.moveTo(last);
    const from = map.position >= last ? 0 : map.position;
    const start = performance.now();
    const seconds = (last - from) * (isMorph ? MORPH_SECONDS : FRAME_SECONDS);
    play.textContent = "❚❚ Pause";
    const tick = (now) => {
      const share = Math.min(1, Math.max(0, (now - start) / 1000 / seconds));
      map.moveTo(from + (last - from) * (isMorph ? eased(share) : share));
      if (share < 1) running = requestAnimationFrame(tick);
      else stop();
    };
    running = requestAnimationFrame(tick);
  };
  play.addEventListener("click", () => (running ? stop() : begin()));
  input.addEventListener("input", () => {
    stop();
    if (map.axis) map.showAxis(null);
    map.moveTo(Number(input.value));
  });
  map.parts.range = input;
  map.onFrame = () => {
    const name = map.frame.name;
    input.value = map.position;
    input.setAttribute("aria-valuetext", name);
    output.textContent = name;
  };
  return el("div", { className: "frames" }, ...row);
};
