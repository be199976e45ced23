/**
 * Questions that were asked before, to open one after the other: the pipeline's answers without
 * the pipeline. No kernel and no script is needed.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { escapeHtml } from "../core/escape-html";
import type { RagAnswer } from "../rag/pipeline";
import { ragTrace, type RagTraceOptions } from "./rag-trace";

export class RagReplay {
  constructor(
    private readonly answers: readonly RagAnswer[],
    private readonly options: RagTraceOptions = {},
  ) {
    if (answers.length === 0) throw new RangeError("ragReplay: there must be answers, got 0");
  }

  toHtml(): string {
    const items = this.answers.map((answered) => {
      const { answer, trace } = answered;
      return (
        `<details style="border:1px solid #8a939d66;border-radius:6px;padding:0.4em 0.8em;` +
        `margin:0.4em 0"><summary><strong>${escapeHtml(trace.question)}</strong><br>` +
        `${escapeHtml(answer)}</summary>\n${ragTrace(answered, this.options).toHtml()}</details>`
      );
    });
    return `<div class="lab-rag-replay" style="max-width:60em">\n${items.join("\n")}\n</div>`;
  }

  describe(): string {
    return this.answers.map(({ answer, trace }) => `${trace.question}\n  ${answer}`).join("\n");
  }
}

/** @param answers what RagPipeline.ask gave */
export function ragReplay(answers: readonly RagAnswer[], options: RagTraceOptions = {}): RagReplay {
  return new RagReplay(answers, options);
}
