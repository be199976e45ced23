"use strict";
/**
 * The project's Jupyter kernel: TypeScript cells, run by tslab from the repository's root.
 *
 * Jupyter starts it with `node bin/kernel.cjs CONNECTION_FILE` (bin/lab/kernel-spec.mjs writes
 * that line). It differs from tslab's own kernel in what bin/notebook/session.cjs lists, and here:
 * errors and results are real Jupyter messages, a "Run All" stops at the first error and says so
 * for the rest, and no output is lost however much is printed at once.
 */
const fs = require("node:fs");
const path = require("node:path");
const { createSession } = require("./notebook/session.cjs");
const { StreamBuffer } = require("./notebook/stream-buffer.cjs");
const { decode, encode, VERSION } = require("./notebook/wire.cjs");

const ROOT = path.resolve(__dirname, "..");

class Kernel {
  constructor(connection) {
    this.connection = connection;
    this.sessionId = `kernel-${process.pid}`;
    this.executionCount = 0;
    this.parent = undefined; // the request whose cell runs, or ran last: outputs belong to it
    this.queue = Promise.resolve();
    this.abortUpTo = -1; // requests numbered up to this one are answered "aborted"
    this.received = 0;
    this.outbox = Promise.resolve();
    this.buffer = new StreamBuffer((name, text) => this.publish("stream", { name, text }));
    this.session = createSession(ROOT, {
      stream: (name, text) => this.buffer.write(name, text),
      display: (bundle, id) => this.publishDisplay("display_data", bundle, id),
      update: (bundle, id) => this.publishDisplay("update_display_data", bundle, id),
      result: (bundle) => this.publishResult(bundle),
    });
  }

  async start() {
    const zmq = require("zeromq");
    const { transport, ip } = this.connection;
    const open = async (socket, port) => {
      await socket.bind(`${transport}://${ip}:${this.connection[port]}`);
      return socket;
    };
    this.iopub = await open(new zmq.Publisher({ sendHighWaterMark: 0 }), "iopub_port");
    this.shell = await open(new zmq.Router(), "shell_port");
    this.control = await open(new zmq.Router(), "control_port");
    this.stdin = await open(new zmq.Router(), "stdin_port");
    this.heartbeat = await open(new zmq.Reply(), "hb_port");
    process.on("SIGINT", () => this.session.interrupt());
    void this.echoHeartbeat();
    void this.listen(this.shell);
    void this.listen(this.control);
    this.publish("status", { execution_state: "starting" });
  }

  async echoHeartbeat() {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }

  async listen(socket) {
    for await (const frames of socket) {
      let message;
      try {
        message = decode(frames, this.connection.key);
      } catch (error) {
        console.error(error.message);
        continue;
      }
      if (message.header.msg_type === "execute_request") this.enqueue(socket, message);
      else this.answer(socket, message);
    }
  }

  /** Cells run one after the other, in the order in which they came. */
  enqueue(socket, message) {
    const number = this.received++;
    this.queue = this.queue.then(() => this.execute(socket, message, number));
  }

  async execute(socket, message, number) {
    this.publish("status", { execution_state: "busy" }, message);
    if (number <= this.abortUpTo) {
      this.reply(socket, message, "execute_reply", { status: "aborted" });
    } else {
      await this.runCell(socket, message);
    }
    this.publish("status", { execution_state: "idle" }, message);
  }

  async runCell(socket, message) {
    const { code, silent = false, stop_on_error: stopOnError = true } = message.content;
    this.parent = message;
    if (!silent) this.executionCount++;
    const count = { execution_count: this.executionCount };
    if (!silent) this.publish("execute_input", { code, ...count }, message);

    const error = await this.session.execute(code);
    this.buffer.flush();
    if (error) {
      this.publish("error", error, message);
      // Whatever was sent along with this cell waits behind it; none of it should run now.
      if (stopOnError) this.abortUpTo = await this.lastReceived();
    }
    const content = error
      ? { status: "error", ...count, ...error }
      : { status: "ok", ...count, user_expressions: {}, payload: [] };
    this.reply(socket, message, "execute_reply", content);
  }

  /** The number of the last request in, once those already on the wire have been read. */
  async lastReceived() {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return this.received - 1;
  }

  answer(socket, message) {
    this.publish("status", { execution_state: "busy" }, message);
    const type = message.header.msg_type;
    const reply = type.replace(/_request$/, "_reply");
    const answers = {
      kernel_info_request: () => kernelInfo(),
      is_complete_request: () => isComplete(message.content.code),
      complete_request: () => this.completions(message.content),
      inspect_request: () => this.inspection(message.content),
      comm_info_request: () => ({ status: "ok", comms: {} }),
      history_request: () => ({ status: "ok", history: [] }),
      interrupt_request: () => {
        this.session.interrupt();
        return { status: "ok" };
      },
      shutdown_request: () => ({ status: "ok", restart: Boolean(message.content.restart) }),
    };
    // Messages of comms (widgets) have no reply; tslab knows no comms.
    if (answers[type]) this.reply(socket, message, reply, answers[type]());
    this.publish("status", { execution_state: "idle" }, message);
    if (type === "shutdown_request") void this.stop();
  }

  completions({ code, cursor_pos: cursor }) {
    const { start, end, candidates } = this.session.complete(code, cursor);
    return {
      status: "ok",
      matches: candidates,
      cursor_start: start,
      cursor_end: end,
      metadata: {},
    };
  }

  inspection({ code, cursor_pos: cursor }) {
    const info = this.session.inspect(code, cursor);
    if (!info) return { status: "ok", found: false, data: {}, metadata: {} };
    const { printQuickInfo } = require("tslab/dist/inspect");
    const data = { "text/plain": printQuickInfo(info) };
    return { status: "ok", found: true, data, metadata: {} };
  }

  publishDisplay(type, data, id) {
    this.buffer.flush();
    const transient = id === undefined ? {} : { display_id: id };
    this.publish(type, { data, metadata: {}, transient });
  }

  /** The value of a cell's last expression. */
  publishResult(data) {
    this.buffer.flush();
    const content = { execution_count: this.executionCount, data, metadata: {} };
    this.publish("execute_result", content);
  }

  reply(socket, to, type, content) {
    this.send(socket, type, content, { to, identities: to.identities });
  }

  publish(type, content, to = this.parent) {
    this.send(this.iopub, type, content, { to, identities: [Buffer.from(type)] });
  }

  /** One message after the other: a socket refuses a second while it is busy with the first. */
  send(socket, type, content, options) {
    const frames = encode(type, content, {
      ...options,
      key: this.connection.key,
      session: this.sessionId,
    });
    this.outbox = this.outbox.then(() => socket.send(frames)).catch(() => {});
  }

  async stop() {
    this.session.close();
    await this.outbox;
    process.exit(0);
  }
}

function kernelInfo() {
  return {
    status: "ok",
    protocol_version: VERSION,
    implementation: "embedding-lab",
    implementation_version: require("../package.json").version,
    banner: "Embedding Lab: TypeScript cells; import from ./src/...",
    language_info: {
      name: "typescript",
      version: require("@tslab/typescript-for-tslab").version,
      mimetype: "text/typescript",
      file_extension: ".ts",
      // "mode" is what JupyterLab reads, the other two colour cells in Notebook 6.
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    },
  };
}

function isComplete(code) {
  const { isCompleteCode } = require("tslab/dist/converter");
  const { completed, indent } = isCompleteCode(code);
  return completed ? { status: "complete" } : { status: "incomplete", indent: indent ?? "" };
}

const connectionFile = process.argv.at(-1);
const connection = JSON.parse(fs.readFileSync(connectionFile, "utf8"));
new Kernel(connection).start().catch((error) => {
  fs.writeSync(2, `kernel: ${error.stack}\n`);
  process.exit(1);
});
