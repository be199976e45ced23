// Where points are, and where the reader looks.
const GLIDE = 260;

lab.moving = (map) => {
  const { data } = map;

  // The places at a position between frames, or along an axis.
  map.setPlaces = () => {
    if (map.axis) {
      map.xs.set(map.axis.xs);
      map.ys.set(map.axis.ys);
      return;
    }
    const first = Math.min(data.frames.length - 1, Math.floor(map.position));
    const second = Math.min(data.frames.length - 1, first + 1);
    const share = map.position - first;
    const [a, b] = [data.frames[first], data.frames[second]];
    for (let i = 0; i < map.n; i++) {
      map.xs[i] = a.xs[i] + share * (b.xs[i] - a.xs[i]);
      map.ys[i] = a.ys[i] + share * (b.ys[i] - a.ys[i]);
    }
  };
  map.moveTo = (position) => {
    const before = map.frame;
    map.position = position;
    map.setPlaces();
    map.groupCentres = null;
    if (map.frame !== before) {
      map.tellTrust();
      map.compare();
      if (map.colours === "trust") map.restyle();
    }
    map.onFrame();
    map.settle(160);
    map.redraw();
  };
  map.showAxis = (axis) => {
    const start = [map.xs.slice(), map.ys.slice()];
    map.axis = axis;
    map.groupCentres = null;
    map.takenShare = axis ? 0.4 : 0;
    if (!axis && map.parts.axis) map.parts.axis.value = "";
    map.setPlaces();
    const end = [map.xs.slice(), map.ys.slice()];
    map.fit(false, axis ? { left: 0, right: 1, top: 0, bottom: 1 } : undefined);
    map.tellTrust();
    map.compare();
    animate(650, (t) => {
      for (let i = 0; i < map.n; i++) {
        map.xs[i] = start[0][i] + t * (end[0][i] - start[0][i]);
        map.ys[i] = start[1][i] + t * (end[1][i] - start[1][i]);
      }
    });
  };
  // The frame that holds all points of all frames, or the square of an axis.
  const bounds = () => {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { xs, ys } of data.frames) {
      for (let i = 0; i < map.n; i++) {
        box.left = Math.min(box.left, xs[i]);
        box.right = Math.max(box.right, xs[i]);
        box.top = Math.min(box.top, ys[i]);
        box.bottom = Math.max(box.bottom, ys[i]);
      }
    }
    return box;
  };
  let whole;
  map.whole = () => (whole = whole || bounds());
  map.fit = (isGliding, given) => {
    const box = given || (map.axis ? { left: 0, right: 1, top: 0, bottom: 1 } : map.whole());
    const padding = Math.min(34, map.width / 8);
    const scale = Math.min(
      (map.width - 2 * padding) / (box.right - box.left || 1e-4),
      (map.height - 2 * padding) / (box.bottom - box.top || 1e-4),
    );
    map.fitScale = scale;
    const view = { scale, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    if (isGliding) glideTo(view);
    else map.view = view;
  };
  map.pan = (dx, dy) => {
    map.view.x -= dx / map.view.scale;
    map.view.y -= dy / map.view.scale;
    map.hover(-1);
    map.isMoving = true;
    map.redraw();
  };
  map.zoom = (factor, x = map.width / 2, y = map.height / 2) => {
    map.view = lab.zoomed(map.view, factor, x, y, map);
    map.hover(-1);
    map.isMoving = true;
    map.redraw();
  };
  map.glide = (factor, x = map.width / 2, y = map.height / 2) =>
    glideTo(lab.zoomed(map.view, factor, x, y, map));
  map.centre = (id) => {
    const scale = Math.max(map.view.scale, map.fitScale * 4);
    glideTo({ scale, x: map.xs[id], y: map.ys[id] });
  };
  // Only as far as it takes to have the point on the picture.
  map.reveal = (id) => {
    const [x, y] = [map.toX(map.xs[id]), map.toY(map.ys[id])];
    const edge = Math.min(60, map.width / 6, map.height / 6);
    const off = (value, size) =>
      value < edge ? value - edge : value > size - edge ? value - size + edge : 0;
    const [dx, dy] = [off(x, map.width), off(y, map.height)];
    if (dx === 0 && dy === 0) return;
    const { scale } = map.view;
    glideTo({ scale, x: map.view.x + dx / scale, y: map.view.y + dy / scale });
  };

  let waiting;
  // While it moves a large map is drawn coarsely; it gets sharp again when it rests.
  map.settle = (delay = 60) => {
    map.isMoving = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      map.isMoving = false;
      map.redraw();
    }, delay);
  };

  let run = 0;
  function animate(duration, step) {
    cancelAnimationFrame(run);
    const start = performance.now();
    const tick = (now) => {
      const share = lab.isCalm() ? 1 : Math.min(1, Math.max(0, (now - start) / duration));
      step(lab.eased(share));
      map.isMoving = share < 1;
      map.redraw();
      if (share < 1) run = requestAnimationFrame(tick);
    };
    tick(start);
  }
  function glideTo(view) {
    const from = map.view;
    map.hover(-1);
    animate(GLIDE, (t) => {
      const scale = from.scale * (view.scale / from.scale) ** t;
      // The place in the middle moves with the scale, or the eye would see it swing out.
      const share =
        Math.abs(view.scale - from.scale) < 1e-9 * view.scale
          ? t
          : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / view.scale);
      const x = from.x + share * (view.x - from.x);
      const y = from.y + share * (view.y - from.y);
      map.view = { scale, x, y };
    });
  }

  map.nearest = (x, y, reach) => {
    let best = -1;
    let least = (reach + map.radius) ** 2;
    for (let i = 0; i < map.n; i++) {
      const square = (map.toX(map.xs[i]) - x) ** 2 + (map.toY(map.ys[i]) - y) ** 2;
      // Dimmed points give way to those that were looked for.
      if (square >= least || !map.isLit(i)) continue;
      least = square;
      best = i;
    }
    return best;
  };
  // Points under the chosen one's dot: a click meant one of these.
  map.beside = () => {
    const { selected, xs, ys } = map;
    const reach = (map.radius * 1.2) / map.view.scale;
    const list = [];
    for (let i = 0; i < map.n && list.length < 6; i++) {
      if (i !== selected && Math.hypot(xs[i] - xs[selected], ys[i] - ys[selected]) < reach)
        list.push(i);
    }
    return list;
  };
  // The nearest in a quarter turn around a direction; from the middle when none is chosen.
  map.towards = (dx, dy) => {
    const { selected, xs, ys } = map;
    if (selected < 0) return map.nearest(map.width / 2, map.height / 2, Infinity);
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < map.n; i++) {
      const [x, y] = [xs[i] - xs[selected], ys[i] - ys[selected]];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy) + Math.abs(y * dx);
      if (!(along > 0) || across > along || !map.isLit(i)) continue;
      const cost = along + 2 * across;
      if (cost < least) [least, best] = [cost, i];
    }
    return best;
  };
};
