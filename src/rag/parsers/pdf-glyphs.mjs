/**
 * The text that a page draws, and whether anybody sees it.
 *
 * A page is a program: set a font, move, show these glyphs. This runs the part of it that places
 * text (ISO 32000-1:2008, section 9.4) and leaves out what a reader would not see: rendering mode 3
 * ("neither fill nor stroke") and 7, letters smaller than a point, wholly transparent ones, those
 * outside the page, and white ones where nothing was painted before. What a picture or a shape drawn
 * later covers is taken for visible.
 */

/**
 * @typedef {object} Run  text of one showing operation, on one baseline
 * @property {string} text
 * @property {number} start  where it begins along its baseline, in points
 * @property {number} end
 * @property {number} height how high the baseline lies, across its direction
 * @property {number} size   of the letters, in points
 */

/** Points; nobody reads smaller letters. */
const SMALLEST = 1;

/** @returns {Promise<{ runs: Run[], hidden: number }>} hidden: how many characters */
export async function pageRuns(pdfjs, page) {
  const { OPS, AnnotationMode } = pdfjs;
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: AnnotationMode.DISABLE,
  });
  const drawing = new PageDrawing(page);
  const operations = {
    [OPS.save]: () => drawing.save(),
    [OPS.restore]: () => drawing.restore(),
    [OPS.transform]: (...matrix) => drawing.transform(matrix),
    [OPS.paintFormXObjectBegin]: (matrix) => {
      drawing.save();
      if (matrix) drawing.transform(matrix);
    },
    [OPS.paintFormXObjectEnd]: () => drawing.restore(),
    [OPS.beginGroup]: () => drawing.save(),
    [OPS.endGroup]: () => drawing.restore(),
    [OPS.beginText]: () => drawing.setTextMatrix([1, 0, 0, 1, 0, 0]),
    [OPS.setTextMatrix]: (...matrix) =>
      drawing.setTextMatrix(matrix.flatMap((part) => [...asList(part)])),
    [OPS.moveText]: (x, y) => drawing.moveText(x, y),
    [OPS.setLeadingMoveText]: (x, y) => {
      drawing.state.leading = y;
      drawing.moveText(x, y);
    },
    [OPS.nextLine]: () => drawing.moveText(0, drawing.state.leading),
    [OPS.setLeading]: (leading) => (drawing.state.leading = -leading),
    [OPS.setFont]: (name, size) => drawing.setFont(name, size),
    [OPS.setCharSpacing]: (spacing) => (drawing.state.charSpacing = spacing),
    [OPS.setWordSpacing]: (spacing) => (drawing.state.wordSpacing = spacing),
    [OPS.setHScale]: (percent) => (drawing.state.scale = percent / 100),
    [OPS.setTextRise]: (rise) => (drawing.state.rise = rise),
    [OPS.setTextRenderingMode]: (mode) => (drawing.state.mode = mode),
    [OPS.setFillRGBColor]: (...color) => (drawing.state.isWhite = isWhite(color)),
    [OPS.setFillColorN]: () => (drawing.state.isWhite = false), // a pattern
    [OPS.setGState]: (changes) => {
      for (const [key, value] of changes) if (key === "ca") drawing.state.alpha = value;
    },
    [OPS.constructPath]: (operator, _path, box) => {
      const fills = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke];
      if (box && fills.includes(operator) && !drawing.state.isWhite) drawing.paint(box);
    },
    [OPS.showText]: (glyphs) => drawing.showText(glyphs),
  };
  const pictures = [
    ...[OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject],
    ...[OPS.paintImageXObjectRepeat, OPS.paintImageMaskXObjectRepeat, OPS.shadingFill],
  ];
  // A picture fills the unit square. Those that are too large to unpack leave no operation.
  for (const operation of pictures) operations[operation] = () => drawing.paint([0, 0, 1, 1]);
  for (let i = 0; i < fnArray.length; i++) operations[fnArray[i]]?.(...(argsArray[i] ?? []));
  return drawing;
}

class PageDrawing {
  /** @type {Run[]} */
  runs = [];
  hidden = 0;
  state = {
    ...{
      matrix: [1, 0, 0, 1, 0, 0],
      textMatrix: [1, 0, 0, 1, 0, 0],
      lineMatrix: [1, 0, 0, 1, 0, 0],
    },
    ...{ font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 },
    ...{ mode: 0, alpha: 1, isWhite: false },
  };
  #saved = [];
  #painted = []; // [left, bottom, right, top] on the page
  #page;

  constructor(page) {
    this.#page = page;
  }

  save() {
    this.#saved.push({ ...this.state });
  }

  restore() {
    this.state = this.#saved.pop() ?? this.state;
  }

  transform(matrix) {
    this.state.matrix = multiply(matrix, this.state.matrix);
  }

  setTextMatrix(matrix) {
    this.state.textMatrix = this.state.lineMatrix = matrix;
  }

  moveText(x, y) {
    this.setTextMatrix(multiply([1, 0, 0, 1, x, y], this.state.lineMatrix));
  }

  setFont(name, size) {
    const { commonObjs } = this.#page;
    this.state.font = commonObjs.has(name) ? commonObjs.get(name) : undefined;
    this.state.size = size;
  }

  /** A box in the present coordinates is filled with something. */
  paint([left, bottom, right, top]) {
    const corners = [
      [left, bottom],
      [right, bottom],
      [left, top],
      [right, top],
    ].map(([x, y]) => apply(this.state.matrix, x, y));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    this.#painted.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }

  showText(glyphs) {
    const { state } = this;
    const { size, scale, rise, matrix, textMatrix } = state;
    const widthUnit = state.font?.fontMatrix?.[0] ?? 0.001;
    let text = "";
    let along = 0; // text space, horizontally
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        along -= (glyph / 1000) * size * scale;
        // Many programs write no spaces, only wider gaps.
        if (glyph < -200 && !text.endsWith(" ")) text += " ";
        continue;
      }
      text += glyph.unicode;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      along += (glyph.width * widthUnit * size + spacing) * scale;
    }
    const toPage = multiply([1, 0, 0, 1, 0, rise], multiply(textMatrix, matrix));
    const [from, to] = [apply(toPage, 0, 0), apply(toPage, along, 0)];
    state.textMatrix = multiply([1, 0, 0, 1, along, 0], textMatrix);
    // pdf.js gives letters in visual order with what can't be shown as private characters.
    text = text.normalize("NFKC").replace(/[\u0000-\u001f\u00ad\ufffd]/g, "");
    if (text === "") return;
    const letters = Math.abs(size) * Math.hypot(toPage[2], toPage[3]);
    if (!this.#isSeen(from, to, letters)) {
      this.hidden += text.replace(/\s+/g, "").length;
      return;
    }
    // In a frame turned with the text, so that lines of a page on its side are lines, too.
    const angle = Math.atan2(toPage[1], toPage[0]);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const turned = ([x, y]) => [x * cos + y * sin, y * cos - x * sin];
    const [[start, height], [end]] = [turned(from), turned(to)];
    this.runs.push({ text, start, end, height, size: letters });
  }

  #isSeen(from, to, letters) {
    const { mode, alpha, isWhite } = this.state;
    if (mode === 3 || mode === 7 || alpha === 0 || letters < SMALLEST) return false;
    const view = this.#page.view;
    if (!isWithin(from, view) && !isWithin(to, view)) return false;
    const isFilled = mode % 4 !== 1;
    return !(isWhite && isFilled) || this.#painted.some((box) => isWithin(from, box));
  }
}

function isWithin([x, y], [left, bottom, right, top]) {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Does `first` what the one matrix does, then what the other does. */
function multiply([a, b, c, d, e, f], [A, B, C, D, E, F]) {
  return [
    ...[a * A + b * C, a * B + b * D],
    ...[c * A + d * C, c * B + d * D],
    ...[e * A + f * C + E, e * B + f * D + F],
  ];
}

function apply([a, b, c, d, e, f], x, y) {
  return [a * x + c * y + e, b * x + d * y + f];
}

function isWhite([color, green, blue]) {
  if (typeof color === "string") return /^#f[a-f]f[a-f]f[a-f]$/i.test(color);
  return Math.min(color, green, blue) >= 250;
}

function asList(value) {
  return typeof value === "number" ? [value] : value;
}
