/** A small web server on 127.0.0.1 that misbehaves as told, for the download tests. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export class FileServer {
  /** One per request, in order; the last one goes on. */
  behaviours: Behaviour[] = [];
  readonly requests: IncomingMessage[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const behave = this.behaviours[Math.min(this.requests.length, this.behaviours.length - 1)]!;
      this.requests.push(request);
      behave(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${path}`;
  }
}

/** The file, or the part of it that was asked for if the version is the one asked about. */
export function serve(content: Buffer, etag = '"v1"'): Behaviour {
  return (request, response) => {
    const start = rangeStart(request, etag);
    response.writeHead(start === undefined ? 200 : 206, {
      ETag: etag,
      "Content-Length": content.length - (start ?? 0),
      ...(start !== undefined && {
        "Content-Range": `bytes ${start}-${content.length - 1}/${content.length}`,
      }),
    });
    response.end(content.subarray(start ?? 0));
  };
}

/** Promises the whole file and closes the connection after some bytes of it. */
export function breakOff(content: Buffer, after: number, etag = '"v1"'): Behaviour {
  return (request, response) => {
    const start = rangeStart(request, etag) ?? 0;
    response.writeHead(start > 0 ? 206 : 200, {
      ETag: etag,
      "Content-Length": content.length - start,
      "Content-Range": `bytes ${start}-${content.length - 1}/${content.length}`,
    });
    response.write(content.subarray(start, start + after), () => {
      setTimeout(() => response.destroy(), 150);
    });
  };
}

export function status(code: number): Behaviour {
  return (_request, response) => {
    response.writeHead(code).end();
  };
}

function rangeStart(request: IncomingMessage, etag: string): number | undefined {
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
  if (!range || request.headers["if-range"] !== etag) return undefined;
  return Number(range[1]);
}
