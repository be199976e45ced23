/**
 * show(value): puts anything of the lab below the cell, in its best form.
 *
 * Figures, sliders, tables (lists of records), tensors, sparse matrices, DataFrames, HTML,
 * Markdown, and every object with `describe()` or `toHtml()`. Outside a notebook it prints the
 * text form.
 *
 * Lesson: notebooks/00-start-here.ipynb
 */
import { MimeBundle, notebookHost } from "../core/notebook-host";
import { BundleOptions, bundleOf, previewBundle, textBundle } from "./bundle";
import { isTensor, tensorCorner, tensorHeadline, tensorPreview } from "./preview";
import * as tf from "../core/tf";

export { html, markdown } from "./rich-text";

/** `title`: a line above. `maxRows`: of a table, default 60. `digits`: of fractions, default 4. */
export type ShowOptions = BundleOptions;

/**
 * @param value what to show; anything unknown is shown as Node prints it
 */
export function show(value: unknown, options: ShowOptions = {}): void {
  if (isTensor(value)) return showTensor(value, options);
  display(bundleOf(value, options));
}

/** The value of a cell's last expression appears as show() would put it, without the call. */
function resultBundle(value: unknown): MimeBundle {
  if (!isTensor(value)) return bundleOf(value);
  const headline = textBundle(tensorHeadline(value));
  if (value.isDisposed) return headline;
  const corner = tensorCorner(value);
  try {
    return previewBundle(tensorPreview(value, corner.dataSync()), {});
  } catch {
    return headline; // WebGPU reads back asynchronously only: show(tensor) waits for it
  } finally {
    corner.dispose();
  }
}

const cellHost = notebookHost();
if (cellHost) cellHost.formatResult = resultBundle;

let tensorsShown = 0;

/** Reads only the corner it shows; where a device cannot answer at once, the numbers follow. */
function showTensor(tensor: tf.Tensor, options: ShowOptions): void {
  if (tensor.isDisposed) return display(textBundle(tensorHeadline(tensor)));
  const corner = tensorCorner(tensor);
  try {
    display(previewBundle(tensorPreview(tensor, corner.dataSync()), options));
    corner.dispose();
  } catch {
    // WebGPU reads back asynchronously only; the copy keeps the numbers until then.
    const headline = tensorHeadline(tensor);
    const id = `show-tensor-${process.pid}-${++tensorsShown}`;
    const host = notebookHost();
    host?.display(textBundle(headline), { id });
    corner.data().then(
      (numbers) => {
        const bundle = previewBundle({ ...tensorPreview(tensor, numbers), headline }, options);
        if (host) host.update(id, bundle);
        else display(bundle);
        corner.dispose();
      },
      (error: Error) => display(textBundle(`${headline}: could not be read, ${error.message}`)),
    );
  }
}

function display(bundle: MimeBundle): void {
  const host = notebookHost();
  if (host) host.display(bundle);
  else process.stdout.write(`${String(bundle["text/plain"])}\n`);
}
