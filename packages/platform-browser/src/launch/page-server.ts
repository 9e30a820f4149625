import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import type { PageOptions, PageProgram } from "./page-program.js";
import type { PageRecord } from "./page-record.js";
import { ENCODER, encoderScript, RUNNER_HTML, runnerScript } from "./page-runner.js";

/** A browser refuses a module or a WebAssembly stream of another type; the rest may be anything. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const RUNNER = "-runner.js";
const REPORT = "-report";
const BUNDLE = "program.js";

/** Who is told what the page does. */
export interface PageListener {
  /** The page has asked for the program. */
  started(): void;
  /** The page has posted these. */
  records(records: readonly PageRecord[]): void;
}

interface Body {
  readonly type: string;
  readonly content: string | Uint8Array;
}

/**
 * Serves one program as a page, on 127.0.0.1 and a port of its own, which makes it an origin of its own. The path
 * begins with a random name, so that no other program on the machine can answer in the page's place.
 */
export class PageServer {
  /** The address of the page. */
  readonly url: string;
  readonly #server: Server;
  readonly #base: string;
  readonly #program: PageProgram;
  readonly #options: PageOptions;
  readonly #listener: PageListener;
  /** Posts that have overtaken one that is still to come, by their numbers. */
  readonly #early = new Map<number, readonly PageRecord[]>();
  #nextPost = 0;

  private constructor(server: Server, program: PageProgram, options: PageOptions, listener: PageListener) {
    this.#server = server;
    this.#program = program;
    this.#options = options;
    this.#listener = listener;
    this.#base = `/${randomUUID()}/`;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${this.#base}`;
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      this.#answer(request, response).catch(() => {
        response.destroy();
      });
    });
  }

  /** Starts to serve `program`. */
  static async start(program: PageProgram, options: PageOptions, listener: PageListener): Promise<PageServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    return new PageServer(server, program, options, listener);
  }

  /** Stops at once; what is under way is cut off. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = pathname.startsWith(this.#base) ? decodeURIComponent(pathname.slice(this.#base.length)) : undefined;
    if (request.method === "POST" && path === REPORT) {
      this.#take(Number(search.slice(1)), JSON.parse(await textOf(request)) as PageRecord[]);
      response.writeHead(204).end();
      return;
    }
    const body = request.method === "GET" && path !== undefined ? await this.#body(path) : undefined;
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...this.#headers(), "Content-Type": body.type }).end(body.content);
  }

  /** Hands posts on in the order in which the page made them. */
  #take(post: number, records: readonly PageRecord[]): void {
    this.#early.set(post, records);
    for (let next = this.#early.get(this.#nextPost); next !== undefined; next = this.#early.get(this.#nextPost)) {
      this.#early.delete(this.#nextPost++);
      this.#listener.records(next);
    }
  }

  async #body(path: string): Promise<Body | undefined> {
    if (path === "") return { type: contentType("index.html"), content: RUNNER_HTML };
    if (path === ENCODER) return { type: contentType(ENCODER), content: encoderScript() };
    if (path === RUNNER) return { type: contentType(RUNNER), content: this.#runner() };
    if (path === this.#entry) this.#listener.started();
    if ("bundle" in this.#program) {
      return path === BUNDLE ? { type: contentType(BUNDLE), content: this.#program.bundle } : undefined;
    }
    return fileBody(this.#program.directory, path);
  }

  get #entry(): string {
    return "bundle" in this.#program ? BUNDLE : this.#program.entry.split(sep).join("/");
  }

  #runner(): string {
    const { args = [], env = {} } = this.#options;
    return runnerScript({ program: this.#base + encodeURI(this.#entry), report: this.#base + REPORT, args, env });
  }

  #headers(): Record<string, string> {
    const { contentSecurityPolicy, crossOriginIsolated = false } = this.#options;
    return {
      "Cache-Control": "no-store",
      ...(contentSecurityPolicy === undefined ? {} : { "Content-Security-Policy": contentSecurityPolicy }),
      ...(crossOriginIsolated ? { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" } : {}),
    };
  }
}

async function fileBody(directory: string, path: string): Promise<Body | undefined> {
  const relative = normalize(path);
  if (relative.startsWith("..") || relative.includes("\0")) return undefined;
  try {
    return { type: contentType(path), content: await readFile(join(directory, relative)) };
  } catch {
    return undefined;
  }
}

function contentType(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? "application/octet-stream";
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let text = "";
  for await (const chunk of request) text += chunk as string;
  return text;
}
