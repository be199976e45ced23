// Puts the picture together, at most once per frame of the screen.
const MANY = 20000;

lab.drawing = (map) => {
  const { data, parts } = map;
  const painter = lab.painter(parts.points);
  const context = parts.words.getContext("2d");
  let isDue = false;
  let needsPoints = false;

  map.isLit = (i) =>
    (map.hits === null || map.hits[i] === 1) && (map.group < 0 || data.groupOf[i] === map.group);

  map.restyle = () => {
    const opacity = map.n > MANY ? 0.6 : map.n > 4000 ? 0.85 : 0.95;
    map.styles =
      map.colours === "trust"
        ? lab.trustStyles(map.theme, opacity)
        : lab.stylesOf(map.theme, data.groups ? data.groups.names.length : 1, opacity);
    map.faint = map.styles.map((style) => lab.faint(style, map.theme));
    const { length } = map.styles;
    const { kept } = map.frame;
    map.classOf =
      map.colours === "trust"
        ? (i) => Math.min(length - 1, Math.floor((kept[i] * length) / (data.k + 1)))
        : data.groups
          ? (i) => data.groupOf[i]
          : () => 0;
    lab.fillLegend(map);
    map.redraw();
  };
  map.tellTrust = () => {
    const cards = lab.believe(map);
    parts.believe.replaceChildren(...cards);
  };

  // Where a group's name stands: the point with the most of its group around, not the mean, which
  // may lie between two halves.
  map.centres = () => {
    if (!data.groups) return [];
    map.groupCentres =
      map.groupCentres ||
      data.groups.names.map((name, g) => {
        const members = [];
        for (let n = 0; n < map.n && members.length < 240; n++) {
          if (data.groupOf[map.mixed[n]] === g) members.push(map.mixed[n]);
        }
        let best = { x: 0, y: 0, score: -1 };
        for (const i of members) {
          let score = 0;
          for (const j of members) {
            score += 1 / (0.002 + (map.xs[i] - map.xs[j]) ** 2 + (map.ys[i] - map.ys[j]) ** 2);
          }
          if (score > best.score) best = { x: map.xs[i], y: map.ys[i], score };
        }
        // How far the nearest of its group lie around it.
        const away = members.map((i) => Math.hypot(map.xs[i] - best.x, map.ys[i] - best.y));
        away.sort((a, b) => a - b);
        return { name, g, ...best, reach: away[Math.floor(away.length * 0.15)] || 0 };
      });
    return data.groups.hasRest ? map.groupCentres.slice(0, -1) : map.groupCentres;
  };

  // The share of a 64 by 64 grid over the map that holds points.
  map.taken = () => {
    if (map.takenShare) return map.takenShare;
    const cells = new Set();
    const { left, right, top, bottom } = map.whole();
    const [wide, high] = [right - left || 1, bottom - top || 1];
    for (let i = 0; i < map.n; i++) {
      const column = Math.floor((63.99 * (map.xs[i] - left)) / wide);
      cells.add(column * 64 + Math.floor((63.99 * (map.ys[i] - top)) / high));
    }
    const used = (wide * high) / ((map.width / map.fitScale) * (map.height / map.fitScale));
    map.takenShare = Math.max(0.02, (cells.size / 4096) * used);
    return map.takenShare;
  };

  map.redraw = ({ isOverlay = false } = {}) => {
    needsPoints = needsPoints || !isOverlay;
    if (isDue || !map.view) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };

  function draw() {
    const { width, height } = map;
    if (!(width > 0)) return;
    const start = performance.now();
    const zoom = map.view.scale / map.fitScale;
    // As large as the places that are taken leave room for, and a little larger when looked at
    // closely.
    const roomy = 0.55 * Math.sqrt((width * height * map.taken()) / map.n);
    const least = [
      [1000, 3.4],
      [5000, 2.2],
      [MANY, 1.6],
      [Infinity, 1.1],
    ].find(([n]) => map.n <= n)[1];
    map.radius = Math.min(8, Math.max(least, Math.min(5, roomy)) * Math.min(3, zoom ** 0.38));
    map.ratio = Math.min(2, window.devicePixelRatio || 1);
    if (needsPoints) {
      needsPoints = false;
      const isCoarse = map.isMoving && map.n > MANY;
      const { paper } = map.theme;
      painter.paint({
        ...{ xs: map.xs, ys: map.ys, width, height, view: map.view, radius: map.radius, paper },
        ratio: isCoarse ? 1 : map.ratio,
        layers: layers(),
      });
    }
    const [wide, high] = [Math.round(width * map.ratio), Math.round(height * map.ratio)];
    if (parts.words.width !== wide) parts.words.width = wide;
    if (parts.words.height !== high) parts.words.height = high;
    lab.drawOverlay(map, context);
    map.drawMs = performance.now() - start;
    map.paints++;
    map.root.setAttribute("data-lab-drawn", map.isDark ? "dark" : "light");
  }

  function layers() {
    const lit = (i) => map.styles[map.classOf(i)];
    if (map.hits === null && map.group < 0) return [{ ids: map.mixed, count: map.n, styleOf: lit }];
    const [front, back] = [new Uint32Array(map.n), new Uint32Array(map.n)];
    let [numFront, numBack] = [0, 0];
    for (const i of map.mixed) {
      if (map.isLit(i)) front[numFront++] = i;
      else back[numBack++] = i;
    }
    return [
      { ids: back, count: numBack, styleOf: (i) => map.faint[map.classOf(i)] },
      { ids: front, count: numFront, styleOf: lit },
    ];
  }

  map.dress = () => {
    map.isDark = lab.themeOf(map.root.parentElement || map.root) === "dark";
    map.theme = lab.themes[map.isDark ? "dark" : "light"];
    const { ink, muted, paper, raised, line, edge, accent } = map.theme;
    const colours = { ink, muted, paper, raised, line, edge, accent };
    for (const [name, value] of Object.entries(colours))
      parts.box.style.setProperty(`--${name}`, value);
    parts.box.style.setProperty("--scheme", map.isDark ? "dark" : "light");
    parts.box.style.setProperty("--height", `${data.height}px`);
    map.restyle();
  };
};
