/** A model hub on 127.0.0.1: the part of Hugging Face's protocol that fetches models. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Decides about a request before the hub does; true: it has been dealt with. */
export type Trouble = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface HubModel {
  commit: string;
  /** By path; those of 100 bytes and more are kept as large files (LFS). */
  files: Record<string, Buffer>;
}

export class HubServer {
  /** By name. */
  readonly models = new Map<string, HubModel>();
  readonly requests: { url: string; range?: string }[] = [];
  trouble: Trouble = () => false;
  /** Changes what the hub lists. */
  listing: (entries: Record<string, unknown>[]) => unknown = (entries) => entries;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const url = decodeURIComponent(request.url!);
      this.requests.push({ url, range: request.headers.range });
      if (!this.trouble(request, response)) this.answer(url, request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How often addresses with this text in them were asked for. */
  count(part: string): number {
    return this.requests.filter(({ url }) => url.includes(part)).length;
  }

  private answer(url: string, request: IncomingMessage, response: ServerResponse): void {
    const [, name, place] = /^\/(?:api\/models\/)?([\w.-]+\/[\w.-]+)\/(.*)$/.exec(url) ?? [];
    const model = this.models.get(name ?? "");
    const [, kind, rest = ""] = /^(revision|tree|resolve|large)\/([^?]*)/.exec(place ?? "") ?? [];
    if (model === undefined || kind === undefined)
      return json(response, 404, { error: "Not here" });
    if (kind === "revision") return json(response, 200, { id: name, sha: model.commit });
    const isDeep = url.includes("recursive=true");
    const entries = Object.entries(model.files)
      .filter(([path]) => isDeep || !path.includes("/"))
      .map(([path, content]) => listed(path, content));
    if (kind === "tree" && rest !== model.commit) return json(response, 404, { error: "Moved on" });
    if (kind === "tree") {
      // In pages of two, as the hub does with many files.
      const page = Number(/page=(\d+)/.exec(url)?.[1] ?? 0);
      const next = `<${this.url}/api/models/${name}/tree/${rest}?recursive=${isDeep}&page=${page + 1}>; rel="next"`;
      const isLast = 2 * page + 2 >= entries.length;
      const part = entries.slice(2 * page, 2 * page + 2);
      return json(response, 200, this.listing(part), isLast ? {} : { Link: next });
    }
    const path = kind === "large" ? rest : rest.slice(rest.indexOf("/") + 1);
    const content = model.files[path];
    if (content === undefined) return json(response, 404, { error: "Entry not found" });
    if (kind === "resolve" && content.length >= 100) {
      response.writeHead(302, { Location: `${this.url}/${name}/large/${path}` }).end();
      return;
    }
    send(request, response, content);
  }
}

/** Sends so many bytes of the file and closes the connection. */
export function cutAfter(bytes: number, content: Buffer): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { ETag: etag(content), "Content-Length": content.length });
    response.write(content.subarray(0, bytes), () => setTimeout(() => response.destroy(), 100));
  };
}

function send(request: IncomingMessage, response: ServerResponse, content: Buffer): void {
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
  const isSame = request.headers["if-range"] === etag(content);
  const start = asked && isSame ? Number(asked[1]) : 0;
  response.writeHead(start > 0 ? 206 : 200, {
    ETag: etag(content),
    "Content-Length": content.length - start,
    ...(start > 0 && { "Content-Range": `bytes ${start}-${content.length - 1}/${content.length}` }),
  });
  response.end(content.subarray(start));
}

function etag(content: Buffer): string {
  return `"${createHash("sha256").update(content).digest("hex")}"`;
}

function listed(path: string, content: Buffer): Record<string, unknown> {
  const blob = Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]);
  const oid = createHash("sha1").update(blob).digest("hex");
  const size = content.length;
  if (size < 100) return { type: "file", path, size, oid };
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { type: "file", path, size, oid, lfs: { oid: sha256, size, pointerSize: 134 } };
}

function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
