// Elements of pages and of drawings. Texts go in as text.
const fill = (element, properties, children) => {
  for (const [name, value] of Object.entries(properties)) {
    if (name === "textContent" || name === "disabled") element[name] = value;
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

lab.el = (tag, properties = {}, ...children) =>
  fill(document.createElement(tag), properties, children);

lab.svg = (tag, properties = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);

// A drawing keeps its looks in attributes, so that a picture can be made of it alone.
lab.words = (textContent, x, y, properties) =>
  lab.svg("text", {
    ...{ textContent, x, y, "font-size": 12.5, "dominant-baseline": "central" },
    ...{ "font-family": "ui-monospace, Menlo, Consolas, monospace" },
    style: "direction:ltr;unicode-bidi:isolate-override;pointer-events:none",
    ...properties,
  });

lab.cut = (text, length) => {
  const letters = Array.from(text);
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join("")}…`;
};
