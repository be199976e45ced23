// Moving about: drag, wheel, two fingers, keys. The page keeps its wheel until the map has focus.
const MIN_ZOOM = 0.6;
const MAX_ZOOM = 400;
const NEAR = 14;

lab.gestures = (map) => {
  const { stage } = map.parts;
  const fingers = new Map();
  let travelled = 0;
  let pinch = null;
  const place = (event) => {
    const box = stage.getBoundingClientRect();
    return {
      x: event.clientX - box.left - stage.clientLeft,
      y: event.clientY - box.top - stage.clientTop,
    };
  };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || event.target.closest("button")) return;
    fingers.set(event.pointerId, place(event));
    stage.setPointerCapture(event.pointerId);
    travelled = 0;
    pinch = null;
  });
  stage.addEventListener("pointermove", (event) => {
    const now = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") map.hover(map.nearest(now.x, now.y, NEAR));
      return;
    }
    fingers.set(event.pointerId, now);
    travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (fingers.size === 1 && travelled > 3) {
      stage.classList.add("is-held");
      map.pan(now.x - before.x, now.y - before.y);
    }
    if (fingers.size === 2) {
      const [a, b] = [...fingers.values()];
      const next = {
        x: (a.x + b.x) / 2,
        y: (a.y + b.y) / 2,
        apart: Math.hypot(a.x - b.x, a.y - b.y) || 1,
      };
      if (pinch) {
        map.pan(next.x - pinch.x, next.y - pinch.y);
        map.zoom(next.apart / pinch.apart, next.x, next.y);
      }
      pinch = next;
    }
  });
  const lift = (event) => {
    const wasTap = fingers.size === 1 && travelled <= 3 && event.type === "pointerup";
    const now = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    pinch = null;
    stage.classList.remove("is-held");
    if (!now) return;
    map.settle();
    if (wasTap) map.choose(map.nearest(now.x, now.y, event.pointerType === "touch" ? 22 : NEAR));
  };
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);
  stage.addEventListener("pointerleave", () => map.hover(-1));
  stage.addEventListener("dblclick", (event) => {
    const { x, y } = place(event);
    map.glide(2, x, y);
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      const hasFocus = stage.contains(map.shadow.activeElement);
      if (!hasFocus && !event.ctrlKey && !event.metaKey) return map.hint();
      event.preventDefault();
      const { x, y } = place(event);
      const lines = event.deltaMode === 1 ? 16 : 1;
      const speed = event.ctrlKey ? 0.01 : 0.0022;
      map.zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY * lines)) * speed), x, y);
      map.settle(180);
    },
    { passive: false },
  );

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== stage) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) map.pan(-60 * arrow[0], -60 * arrow[1]);
    else if (arrow) map.choose(map.towards(...arrow), { isKept: true });
    else if (event.key === "+" || event.key === "=") map.glide(1.5);
    else if (event.key === "-" || event.key === "_") map.glide(1 / 1.5);
    else if (event.key === "0") map.fit(true);
    else if (event.key === "Enter" && map.selected >= 0) map.centre(map.selected);
    else if (event.key === "Backspace") map.back();
    else return;
    event.preventDefault();
    map.settle(200);
  });
  map.parts.box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.tagName === "INPUT" && event.target.type !== "range";
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      map.parts.search.focus();
      map.parts.search.select();
    }
    if (event.key === "Escape") map.escape();
  });
  // Jupyter listens for single keys and would act on them: they end here.
  map.root.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter");
    if (!isCommand && event.key !== "Tab") event.stopPropagation();
  });
};

// Zooming keeps the place under the cursor where it is.
lab.zoomed = (view, factor, x, y, { width, height, fitScale }) => {
  const scale = Math.max(MIN_ZOOM * fitScale, Math.min(MAX_ZOOM * fitScale, view.scale * factor));
  const [dx, dy] = [x - width / 2, y - height / 2];
  return {
    scale,
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
  };
};
