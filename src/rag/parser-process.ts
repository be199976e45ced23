/**
 * A process of its own that parses documents: whatever a file does to it, the lab goes on.
 *
 * It is started when the first document needs it and serves until it is closed; where a document
 * ends it, by its limits or by a fault in a parser, that document is refused and the next gets a
 * new one. It inherits no environment and opens no file but its own programs.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import type { ReadLimits } from "./read-limits";
import { RefusedDocument, type RefusalKind } from "./refused-document";

// Plain JavaScript: the process runs it without the compiler that the kernel or the tests bring.
const PROGRAM = path.join(__dirname, "parsers", "parse.mjs");

/** Times the limit, by the clock: it is ended from here should it neither compute nor answer. */
const PATIENCE = 20;

export interface ParserAnswer<Document> {
  document?: Document;
  refused?: { kind: RefusalKind; message: string };
}

export class ParserProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly limits: Required<ReadLimits>) {}

  /**
   * One document at a time.
   *
   * @param content text, or the bytes of a PDF
   * @throws RefusedDocument
   */
  async parse<Document>(format: string, content: string | Uint8Array): Promise<Document> {
    const child = (this.child ??= this.start());
    const { maxSeconds, maxPages, maxCharacters } = this.limits;
    const timer = setTimeout(() => child.kill("SIGTERM"), PATIENCE * maxSeconds * 1000);
    try {
      const answer = await new Promise<ParserAnswer<Document>>((resolve, reject) => {
        child.once("message", (message) => resolve(message as ParserAnswer<Document>));
        child.once("error", reject);
        child.once("exit", (_code, signal) => reject(this.broken(signal)));
        child.send({ format, content, limits: { maxPages, maxCharacters } });
      });
      if (answer.document !== undefined) return answer.document;
      const { kind, message } = answer.refused!;
      throw new RefusedDocument(kind, message);
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null) this.child = undefined;
      throw error;
    } finally {
      clearTimeout(timer);
      for (const event of ["message", "error", "exit"]) child.removeAllListeners(event);
    }
  }

  /** Ends the process. Later calls of parse() start a new one. */
  async close(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  }

  private start(): ChildProcess {
    const { maxMemory, maxSeconds } = this.limits;
    return fork(PROGRAM, [String(maxMemory), String(maxSeconds)], {
      execArgv: [`--max-old-space-size=${Math.ceil(maxMemory)}`],
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  }

  /** Its own watch ends it with SIGTERM or SIGKILL, V8 with SIGABRT. */
  private broken(signal: NodeJS.Signals | null): RefusedDocument {
    const { maxSeconds, maxMemory } = this.limits;
    if (signal === "SIGTERM") {
      return new RefusedDocument("too large", `takes longer to parse than ${maxSeconds} s`);
    }
    if (signal === "SIGKILL" || signal === "SIGABRT") {
      return new RefusedDocument("too large", `needs more than ${maxMemory} MB of memory`);
    }
    return new RefusedDocument("damaged", "made its parser break down");
  }
}
