// The whole network of a test: a proxy every browser request goes through, and one server that stands for every host.
// Not here: browsers (chromium.ts, firefox.ts). Nothing ever leaves this process.

import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** What a cautious network sends: nothing but its own files, no inline script or style, no WASM. */
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'";

export interface Network {
  /** For the browser's proxy settings: `127.0.0.1:PORT`. */
  proxy: string;
  /** Every request that reached a server or the proxy: `GET https://host/path` or `CONNECT host:port`. */
  requests: string[];
  close(): Promise<void>;
}

/** `folders`: where files are looked for, in order. `/strict/…` serves the same files under a strict policy. */
export async function startNetwork(folders: readonly string[]): Promise<Network> {
  const requests: string[] = [];
  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "none"}`);
    requests.push(`${request.method} ${url.href}`);
    serve(folders, url, response);
  };
  const key = readFileSync("tests/browser/harness/test-only-key.pem");
  const cert = readFileSync("tests/browser/harness/test-only-cert.pem");
  const secure = createSecureServer({ key, cert }, respond);
  const proxy = createServer(respond);
  await Promise.all([secure, proxy].map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))));
  const sockets = new Set<Socket>();
  for (const server of [secure, proxy]) {
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // Browsers drop connections whenever they like.
      socket.on("error", () => socket.destroy());
    });
  }
  proxy.on("connect", (request: IncomingMessage, client: Socket) => {
    requests.push(`CONNECT ${request.url}`);
    const upstream = connect(portOf(secure), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  return {
    proxy: `127.0.0.1:${portOf(proxy)}`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([secure, proxy].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function serve(folders: readonly string[], url: URL, response: ServerResponse): void {
  const strict = url.pathname.startsWith("/strict/");
  const path = normalize(decodeURIComponent(strict ? url.pathname.slice("/strict".length) : url.pathname));
  for (const folder of folders) {
    try {
      const body = readFileSync(join(folder, path));
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.setHeader("cache-control", "no-store");
      if (strict) response.setHeader("content-security-policy", STRICT);
      response.end(body);
      return;
    } catch {
      // Not in this folder.
    }
  }
  response.statusCode = 404;
  response.end("no such file");
}
