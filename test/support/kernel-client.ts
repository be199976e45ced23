/**
 * Speaks to bin/kernel.cjs as Jupyter does, over ZeroMQ, so that the kernel can be tested without
 * Python: starts it, sends requests, gathers what it publishes.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { Dealer, Subscriber } from "zeromq";

export interface Message {
  type: string;
  content: Record<string, unknown>;
  /** The request that it answers. */
  parentId: string;
}

export interface Execution {
  reply: Record<string, unknown>;
  outputs: Message[];
  /** Everything printed, in order. */
  text: string;
  error?: { ename: string; evalue: string; traceback: string[] };
}

interface RawMessage {
  header: { msg_type: string };
  parent: { msg_id?: string };
  content: Record<string, unknown>;
}

interface Wire {
  decode(frames: Buffer[], key: string): RawMessage;
}

const ROOT = path.resolve(__dirname, "../..");
const KEY = "a key for tests";
const wire = createRequire(__filename)("../../bin/notebook/wire.cjs") as Wire & {
  encode(type: string, content: unknown, options: unknown): (string | Buffer)[];
};

export class KernelClient {
  readonly messages: Message[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly kernel: ChildProcess,
    private readonly shell: Dealer,
    private readonly iopub: Subscriber,
    private readonly folder: string,
  ) {}

  static async start(): Promise<KernelClient> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-kernel-"));
    const ports = await freePorts(5);
    const names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];
    const connection = {
      transport: "tcp",
      ip: "127.0.0.1",
      key: KEY,
      signature_scheme: "hmac-sha256",
      ...Object.fromEntries(names.map((name, i) => [name, ports[i]])),
    };
    const file = path.join(folder, "connection.json");
    fs.writeFileSync(file, JSON.stringify(connection));
    // Started from a folder of its own, as Jupyter starts it from the notebook's.
    const kernel = spawn(process.execPath, [path.join(ROOT, "bin/kernel.cjs"), file], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const shell = new Dealer();
    const iopub = new Subscriber({ receiveHighWaterMark: 0 });
    iopub.subscribe();
    iopub.connect(`tcp://127.0.0.1:${ports[1]}`);
    shell.connect(`tcp://127.0.0.1:${ports[0]}`);
    const client = new KernelClient(kernel, shell, iopub, folder);
    void client.listen(shell);
    void client.listen(iopub);
    // The first answers may come before this side has subscribed; ask until one is heard.
    for (let tries = 0; tries < 50; tries++) {
      const id = await client.request("kernel_info_request", {});
      const heard = await client.wait((m) => isIdle(m, id), 1000).catch(() => undefined);
      if (heard) return client;
    }
    throw new Error("the kernel did not answer");
  }

  async request(type: string, content: unknown): Promise<string> {
    const frames = wire.encode(type, content, { key: KEY, session: "test" });
    const id = (JSON.parse(String(frames[2])) as { msg_id: string }).msg_id;
    await this.shell.send(frames);
    return id;
  }

  /** Sends a request and waits for its answer. */
  async ask(type: string, content: unknown): Promise<Record<string, unknown>> {
    const id = await this.request(type, content);
    const reply = type.replace("_request", "_reply");
    return (await this.wait((m) => m.parentId === id && m.type === reply)).content;
  }

  async execute(code: string): Promise<Execution> {
    return this.finished(await this.executeLater(code));
  }

  /** Sends a cell without waiting; finished() waits for what came of it. */
  executeLater(code: string): Promise<string> {
    return this.request("execute_request", { code, silent: false, stop_on_error: true });
  }

  async finished(id: string): Promise<Execution> {
    const reply = await this.wait((m) => m.parentId === id && m.type === "execute_reply");
    await this.wait((m) => isIdle(m, id));
    const own = this.messages.filter((m) => m.parentId === id);
    const outputs = own.filter((m) =>
      ["stream", "display_data", "update_display_data", "execute_result", "error"].includes(m.type),
    );
    const streams = outputs.filter((m) => m.type === "stream");
    const error = outputs.find((m) => m.type === "error")?.content as Execution["error"];
    const text = streams.map((m) => m.content.text as string).join("");
    return { reply: reply.content, outputs, text, error };
  }

  interrupt(): void {
    this.kernel.kill("SIGINT");
  }

  async wait(matches: (message: Message) => boolean, patienceMs = 30000): Promise<Message> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = this.messages.find(matches);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error("the kernel has not sent what was waited for");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(wake, left);
        const waiting = this.waiting;
        waiting.add(wake);
        function wake(): void {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        }
      });
    }
  }

  /** Asks the kernel to end, and says how it did. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.kernel.once("exit", resolve));
    if (this.kernel.exitCode === null) await this.request("shutdown_request", { restart: false });
    const status = this.kernel.exitCode ?? (await ended);
    this.shell.close();
    this.iopub.close();
    fs.rmSync(this.folder, { recursive: true });
    return status;
  }

  private async listen(socket: AsyncIterable<Buffer[]>): Promise<void> {
    for await (const frames of socket) {
      const { header, parent, content } = wire.decode(frames, KEY);
      this.messages.push({ type: header.msg_type, content, parentId: parent.msg_id ?? "" });
      for (const wake of [...this.waiting]) wake();
    }
  }
}

function isIdle(message: Message, id: string): boolean {
  const { type, content, parentId } = message;
  return parentId === id && type === "status" && content.execution_state === "idle";
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => net.createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((done) => server.once("listening", done))));
  const ports = servers.map((server) => (server.address() as net.AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
