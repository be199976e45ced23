"use strict";
/**
 * Gathers what a cell prints into few messages: at most one every 40 ms, or 64 kB.
 *
 * A loop that prints 3,000 lines in one go would otherwise send 3,000 messages before any socket
 * could deliver them, and most would be lost, the news that the cell has ended among them.
 */
const INTERVAL_MS = 40;
const MAX_CHARACTERS = 65536;

class StreamBuffer {
  /** @param send called with ("stdout" | "stderr", text), in the order of writing */
  constructor(send) {
    this.send = send;
    this.name = undefined;
    this.text = "";
    this.lastSent = 0;
    this.timer = undefined;
    // Cells may replace the timers of the page; the buffer keeps to the original ones.
    this.setTimeout = setTimeout;
  }

  write(name, text) {
    if (this.name !== name) this.flush();
    this.name = name;
    this.text += text;
    const waited = Date.now() - this.lastSent;
    if (waited > INTERVAL_MS || this.text.length > MAX_CHARACTERS) this.flush();
    else this.timer ??= this.setTimeout.call(globalThis, () => this.flush(), INTERVAL_MS - waited);
  }

  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.text === "") return;
    const text = this.text;
    this.text = "";
    this.lastSent = Date.now();
    this.send(this.name, text);
  }
}

module.exports = { StreamBuffer };
