/**
 * A scatter plot: one dot per item, coloured by group, its text under the mouse.
 *
 * Groups are named next to their dots as well as in the legend, so no one has to match colours
 * across the page. Past seven groups the smallest are folded into "other".
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { Figure, FigureOptions, figureTable, Layout, plotlyText, shorten, Trace } from "./figure";
import { roundTo } from "./format-number";
import { houseLayout, PALETTE } from "./style";

export interface ScatterOptions extends FigureOptions {
  /** [N] the text of each point, shown in full under the mouse. */
  labels?: readonly string[];
  /** [N] what each point belongs to; each group gets a colour and its name. */
  groups?: readonly string[];
  xLabel?: string;
  yLabel?: string;
  /** Write the labels beside the points. Default: where there are at most 30 of them. */
  showLabels?: boolean;
  /** One unit is as long to the right as upwards: for maps of distances. Default false. */
  equalAxes?: boolean;
}

/** Above this many points SVG gets slow, and WebGL (at most four figures a page) takes over. */
export const MAX_SVG_POINTS = 5000;
const OTHER = "other";

/**
 * @param points [N] pairs: [x, y]
 */
export function scatter(
  points: readonly ArrayLike<number>[],
  options: ScatterOptions = {},
): Figure {
  const { title, caption, labels, groups, xLabel, yLabel } = options;
  checkPoints(points, options);
  const showLabels = options.showLabels ?? (labels !== undefined && points.length <= 30);
  const members = groupMembers(groups, points.length);
  const data = members.map(([name, indices], place): Trace => {
    const texts = indices.map((index) => labels?.[index] ?? `point ${index}`);
    return {
      type: points.length > MAX_SVG_POINTS ? "scattergl" : "scatter",
      mode: showLabels ? "markers+text" : "markers",
      name: plotlyText(name),
      x: indices.map((index) => roundTo(points[index]![0]!)),
      y: indices.map((index) => roundTo(points[index]![1]!)),
      marker: { color: colourOf(name, place), size: points.length > 500 ? 5 : 9 },
      ...(showLabels
        ? { text: texts.map((text) => plotlyText(shorten(text, 28))), textposition: "top center" }
        : {}),
      hovertext: texts.map((text, at) => {
        const group = groups === undefined ? "" : `<br>${plotlyText(groups[indices[at]!]!)}`;
        return `${lines(text)}${group}`;
      }),
      hoverinfo: "text",
    };
  });
  const layout = houseLayout({
    ...(title === undefined ? {} : { title }),
    ...(xLabel === undefined ? {} : { xLabel }),
    ...(yLabel === undefined ? {} : { yLabel }),
    height: options.height ?? 480,
  });
  layout.showlegend = groups !== undefined;
  if (options.equalAxes) Object.assign(layout.yaxis as object, { scaleanchor: "x" });
  if (groups !== undefined && !showLabels) layout.annotations = groupNames(data);
  const groupColumn = groups === undefined ? [] : ["group"];
  return {
    data,
    layout,
    alt: options.alt ?? inWords(title, points.length, members, xLabel, yLabel),
    ...(caption === undefined ? {} : { caption }),
    table: figureTable(
      ["", xLabel ?? "x", yLabel ?? "y", ...groupColumn],
      Array.from(points, (point, index) => [
        labels?.[index] ?? `point ${index}`,
        roundTo(point[0]!),
        roundTo(point[1]!),
        ...(groups === undefined ? [] : [groups[index]!]),
      ]),
    ),
  };
}

function checkPoints(points: readonly ArrayLike<number>[], options: ScatterOptions): void {
  if (points.length === 0) throw new RangeError("scatter: there must be a point, got 0 points");
  const wrong = points.findIndex(
    (point) => point.length !== 2 || !Number.isFinite(point[0]) || !Number.isFinite(point[1]),
  );
  if (wrong >= 0) {
    throw new RangeError(
      `scatter: each point must be two finite numbers, got [${Array.from(points[wrong]!)}]` +
        ` at ${wrong}; bring longer vectors down to two with PCA`,
    );
  }
  for (const name of ["labels", "groups"] as const) {
    const list = options[name];
    if (list !== undefined && list.length !== points.length) {
      throw new RangeError(
        `scatter: ${name} must be one per point, got ${list.length} for ${points.length} points`,
      );
    }
  }
}

/** Groups and the indices of their points, in order of appearance; the smallest become "other". */
function groupMembers(groups: readonly string[] | undefined, count: number): [string, number[]][] {
  const members = new Map<string, number[]>();
  for (let index = 0; index < count; index++) {
    const name = groups?.[index] ?? "points";
    const list = members.get(name);
    if (list) list.push(index);
    else members.set(name, [index]);
  }
  if (members.size <= PALETTE.length) return [...members];
  const bySize = [...members].sort((a, b) => b[1].length - a[1].length);
  const kept = new Set(bySize.slice(0, PALETTE.length - 1).map(([name]) => name));
  const rest = [...members].filter(([name]) => !kept.has(name));
  const others = rest.flatMap(([, indices]) => indices);
  const named = [...members].filter(([name]) => kept.has(name));
  return [...named, [`${OTHER} (${rest.length} groups)`, others]];
}

/** Grey is kept for what is folded together. */
function colourOf(name: string, place: number): string {
  return isOther(name) ? PALETTE[PALETTE.length - 1]! : PALETTE[place]!;
}

function isOther(name: string): boolean {
  return name.startsWith(`${OTHER} (`);
}

/** Each group's name at the middle of its points: the median, which strays do not move. */
function groupNames(data: Trace[]): Layout[] {
  const middle = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const named = data.filter((trace) => !isOther(trace.name as string));
  return named.map((trace) => ({
    x: middle(trace.x as number[]),
    y: middle(trace.y as number[]),
    text: `<b>${trace.name as string}</b>`,
    showarrow: false,
    captureevents: false,
  }));
}

/** Long texts broken into lines of about 60 characters, so that the hover box stays on the page. */
function lines(text: string): string {
  const words = shorten(text, 400).split(/\s+/);
  const broken: string[] = [""];
  for (const word of words) {
    const last = broken[broken.length - 1]!;
    if (last.length + word.length > 60 && last !== "") broken.push(word);
    else broken[broken.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return broken.map(plotlyText).join("<br>");
}

function inWords(
  title: string | undefined,
  count: number,
  members: [string, number[]][],
  xLabel: string | undefined,
  yLabel: string | undefined,
): string {
  const sizes = members.map(([name, indices]) => `${name} (${indices.length})`).join(", ");
  const groups = members.length < 2 ? "" : ` in ${members.length} groups: ${sizes}`;
  const axes = xLabel === undefined || yLabel === undefined ? "" : `, ${yLabel} over ${xLabel}`;
  return `Scatter plot${title === undefined ? "" : `: ${title}`}. ${count} points${axes}${groups}.`;
}
