/**
 * The server of `npm run ask`, for this machine only: one page with a form.
 *
 * - It binds 127.0.0.1 and answers local names only, so that no page on the web can reach it
 *   through a host name of its own that points here.
 * - A question must bring the token of the page it was typed into: other pages can't read it, and
 *   so can't ask (a browser would send their forms here, too).
 * - The page may load nothing and run nothing (Content-Security-Policy): what an answer quotes is
 *   escaped, and would be powerless even if it weren't.
 * - One question is answered at a time; a body of more than 64 KB is refused unread.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { askPage, type AskPage, type AskState } from "./page";

export interface ServeOptions extends Omit<AskPage, "token"> {
  /** The first port to try, 0 for any free one. Default 8765. */
  port?: number;
  /** Told of what went wrong inside. Default console.error. */
  onError?: (error: unknown) => void;
}

export interface AskServer {
  url: string;
  close(): Promise<void>;
}

const MAX_BODY = 64 * 1024;
const PORTS_TRIED = 20;

/** @param answer a question to the HTML of its answer, all texts escaped */
export async function serveQuestions(
  answer: (question: string) => Promise<string>,
  { port = 8765, onError = console.error, ...shown }: ServeOptions,
): Promise<AskServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`serveQuestions: port must be from 0 to 65535, got ${port}`);
  }
  const page: AskPage = { ...shown, token: randomBytes(24).toString("base64url") };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (question: string) => {
    const mine = last.then(() => answer(question));
    last = mine.catch(() => undefined);
    return mine;
  };
  const server = http.createServer((request, response) => {
    respond(request, response, { page, answer: inTurn }).catch((error: unknown) => {
      onError(error);
      send(response, 500, page, {
        error: "Something went wrong; the terminal says what.",
      });
    });
  });
  server.requestTimeout = 10_000;
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Context {
  page: AskPage;
  answer(question: string): Promise<string>;
}

async function respond(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { page, answer }: Context,
): Promise<void> {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost")
    return refuse(response, 403, "Local names only");
  if ((request.url ?? "").split("?")[0] !== "/") return refuse(response, 404, "Not found");
  if (request.method === "GET" || request.method === "HEAD") return send(response, 200, page, {});
  if (request.method !== "POST") {
    response.setHeader("Allow", "GET, HEAD, POST");
    return refuse(response, 405, "Only GET, HEAD and POST");
  }
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413, "That is too long for a question");
  const form = new URLSearchParams(body);
  if (!isEqual(form.get("token") ?? "", page.token)) {
    return refuse(response, 403, "This page is of an earlier start: open it anew");
  }
  const question = form.get("question") ?? "";
  try {
    send(response, 200, page, { question, answerHtml: await answer(question) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    send(response, 400, page, { question, error: error.message });
  }
}

/** undefined where there is more than allowed. */
async function bodyOf(request: http.IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MAX_BODY) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function isEqual(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function send(response: http.ServerResponse, status: number, page: AskPage, state: AskState): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...HEADERS, "Content-Type": "text/html; charset=utf-8" });
  response.end(askPage(page, state));
}

function refuse(response: http.ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    ...HEADERS,
    "Content-Type": "text/plain; charset=utf-8",
    Connection: "close",
  });
  response.end(`${text}\n`);
}

const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

async function listen(server: http.Server, port: number): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + PORTS_TRIED - 1, 65535);
  for (let at = port; at <= last; at++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(at, "127.0.0.1", () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (error === undefined) return (server.address() as AddressInfo).port;
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
  }
  throw new Error(`serveQuestions: ports ${port} to ${last} are all in use; choose another`);
}
