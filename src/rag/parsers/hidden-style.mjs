/**
 * Would a reader see this element? Judged by its attributes and its inline style alone: style sheets
 * are not applied, so what they hide is taken for visible.
 *
 * Text that only machines read is how a page tells a search engine, or a language model, other things
 * than its readers. Greshake et al. 2023, "Not what you've signed up for", section 3.1.
 */

/** What an element hands down to those in it. */
export const VISIBLE = { isHidden: false, color: undefined, background: "white" };

/**
 * @param {{ tagName: string, attrs: { name: string, value: string }[] }} element
 * @param {typeof VISIBLE} inherited of the element around it
 */
export function visibility({ tagName, attrs }, inherited) {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  const style = declarations(attributes.get("style") ?? "");
  const color = colorOf(style.get("color") ?? attributes.get("color")) ?? inherited.color;
  const ownBackground =
    style.get("background-color") ?? style.get("background") ?? attributes.get("bgcolor");
  // A picture behind the text: nobody knows its colour.
  const background = ownBackground === undefined ? inherited.background : colorOf(ownBackground);
  const isHidden =
    inherited.isHidden ||
    (attributes.has("hidden") && attributes.get("hidden") !== "until-found") ||
    (tagName === "dialog" && !attributes.has("open")) ||
    isUnseen(style) ||
    (color !== undefined && color === background);
  return { isHidden, color, background };
}

function isUnseen(style) {
  const is = (name, pattern) => pattern.test(style.get(name) ?? "");
  const isOut = (name) => length(style.get(name)) <= -500;
  const isEmpty = (name) => length(style.get(name)) === 0 || length(style.get(`max-${name}`)) === 0;
  return (
    is("display", /^none$/) ||
    is("visibility", /^(hidden|collapse)$/) ||
    is("content-visibility", /^hidden$/) ||
    Number(style.get("opacity") ?? 1) < 0.05 ||
    length(style.get("font-size")) < 2 ||
    is("clip", /^rect\((0(px)?[ ,]*){4}\)$|^rect\((1px[ ,]*){4}\)$/) ||
    ["left", "top", "right", "text-indent", "margin-left"].some(isOut) ||
    (is("overflow", /hidden|clip/) && ["width", "height"].some(isEmpty)) ||
    is("color", /^transparent$|^rgba\(.*[, ]0(\.0+)?\)$/)
  );
}

/** In pixels, roughly; NaN for what isn't a length, which compares with nothing. */
function length(value = "") {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%|vw|vh)?$/.exec(value);
  if (!match) return NaN;
  const inPixels = { em: 16, rem: 16, vw: 10, vh: 10, "%": 0.16 };
  return Number(match[1]) * (inPixels[match[2]] ?? 1);
}

function declarations(style) {
  const found = new Map();
  for (const declaration of style.replace(/\/\*.*?\*\//gs, "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, "")
      .trim()
      .toLowerCase();
    found.set(name, value);
  }
  return found;
}

const NAMED = { white: "255,255,255", black: "0,0,0" };

/** One spelling for one colour; undefined for what has none, such as "inherit". */
function colorOf(value) {
  if (value === undefined || /^(inherit|initial|unset|currentcolor)$/.test(value)) return undefined;
  const text = value.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    return spelled(digits.match(/../g).map((pair) => parseInt(pair, 16)));
  }
  const numbers = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  if (numbers) return spelled(numbers.slice(1).map(Number));
  return /^[a-z]+$/.test(text) ? text : undefined;
}

/** Nearly white is white to the eye. */
function spelled([red, green, blue]) {
  if (Math.min(red, green, blue) >= 250) return "white";
  const triple = `${red},${green},${blue}`;
  return Object.keys(NAMED).find((name) => NAMED[name] === triple) ?? triple;
}
