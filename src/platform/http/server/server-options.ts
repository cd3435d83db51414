import type { Log } from '../../log.ts';
import type { Answer } from './answer.ts';
import type { PageHandler } from './page-handler.ts';
import type { LastWords, ServerProblem } from './plain-page.ts';

/** How well the process is; the fields are shown at `/healthz`, so they hold no secret. */
export type Health = { readonly ok: boolean } & Readonly<Record<string, string | number | boolean>>;

export type ServerOptions = {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The site's own origin when it is fixed; undefined makes links from each request's `Host`. */
  readonly publicUrl: string | undefined;
  readonly handler: PageHandler;
  /** Copied into `Astro.locals` for each request, with its `requestId`. */
  readonly locals: object;
  /** Astro's `dist/client`. */
  readonly clientDir: string;
  /** Sent at `/brand.css`. */
  readonly brandCss: string;
  /** Sent at `/brand-logo`. */
  readonly logo?: { readonly contentType: string; readonly body: Buffer } | undefined;
  readonly log: Log;
  readonly newId: () => string;
  readonly health: () => Health;
  /**
   * The page that explains a problem in the reader's language. `path` is as the client sent it and
   * may be anything; a page shown for it gets the problem's status from here.
   */
  readonly problemPath: (path: string, problem: ServerProblem) => string;
  readonly lastWords: LastWords;
  /** Milliseconds; only tests change them. */
  readonly limits?: Partial<Limits>;
};

/** What a running server has: its options, and every file it holds, by address. */
export type Site = ServerOptions & { readonly files: ReadonlyMap<string, Answer> };

/** How long the server waits, in milliseconds. */
export type Limits = {
  /** For the headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** For the next request on a connection. */
  readonly keepAlive: number;
  /** For a client to stop sending what is too large. */
  readonly linger: number;
  /** For answers under way when the server stops. */
  readonly stop: number;
};

export const usualLimits: Limits = {
  headers: 10_000,
  request: 30_000,
  keepAlive: 10_000,
  linger: 5_000,
  stop: 5_000,
};
