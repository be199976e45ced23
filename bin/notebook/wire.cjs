"use strict";
/**
 * Jupyter's wire protocol, version 5.3: messages as signed frames over ZeroMQ.
 * jupyter-client's documentation, "Messaging in Jupyter", section "The wire protocol".
 */
const { createHmac, randomUUID, timingSafeEqual } = require("node:crypto");

const DELIMITER = "<IDS|MSG>";
const VERSION = "5.3";

/** @returns {{ identities, header, parent, metadata, content }}; throws on a bad signature */
function decode(frames, key) {
  const at = frames.findIndex((frame) => frame.toString() === DELIMITER);
  if (at < 0 || frames.length < at + 6) throw new Error("kernel: a message without all its frames");
  const parts = frames.slice(at + 2, at + 6);
  const given = Buffer.from(frames[at + 1].toString());
  const expected = Buffer.from(signature(parts, key));
  if (key && (given.length !== expected.length || !timingSafeEqual(given, expected))) {
    throw new Error("kernel: a message with a wrong signature");
  }
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString()));
  return { identities: frames.slice(0, at), header, parent, metadata, content };
}

/** The frames of an answer to a message (or of a message that answers none). */
function encode(type, content, { to, identities = [], key, session, metadata = {} }) {
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    username: to?.header.username ?? "kernel",
    session,
    date: new Date().toISOString(),
    version: VERSION,
  };
  const parts = [header, to?.header ?? {}, metadata, content].map((part) => JSON.stringify(part));
  return [...identities, DELIMITER, signature(parts, key), ...parts];
}

function signature(parts, key) {
  if (!key) return "";
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

module.exports = { decode, encode, VERSION };
