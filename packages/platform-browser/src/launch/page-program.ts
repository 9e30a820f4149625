/**
 * A program for {@link BrowserSession.run}: one ES module as text, or a directory with an entry module in it (workers,
 * WebAssembly and other files beside it are served too).
 */
export type PageProgram =
  { readonly bundle: string } | { readonly directory: string; /** Relative to the directory. */ readonly entry: string };

/** How a program is run as a page. */
export interface PageOptions {
  /** What the program sees as its arguments; by default none. */
  readonly args?: readonly string[];
  /** What the program sees as its environment; by default nothing. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long the program may run, in milliseconds from when its page asks for it. 60 000 by default. */
  readonly timeout?: number;
  /** Ends the program; the run rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told of output as it arrives, in order, besides its being collected. */
  readonly onOutput?: (stream: "stdout" | "stderr", text: string) => void;
  /** The page's `Content-Security-Policy`, such as {@link STRICT_CONTENT_SECURITY_POLICY}; by default none is sent. */
  readonly contentSecurityPolicy?: string;
  /** Serves the page cross-origin isolated, so that it may share memory with workers. Most sites are not: false. */
  readonly crossOriginIsolated?: boolean;
}

/** What a program did. */
export interface PageResult {
  readonly stdout: string;
  readonly stderr: string;
  /** 0; what the program ended itself with; 1 after an error that nothing caught; 134 after a crash of the page. */
  readonly exitCode: number;
}

/** Everything from the page's own server, no inline script, no `eval`: what a careful site sends. */
export const STRICT_CONTENT_SECURITY_POLICY = "default-src 'self'";
