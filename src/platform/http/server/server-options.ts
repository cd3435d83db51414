import type { Log } from '../../log.ts';
import type { Answer } from './answer.ts';
import type { PageCache } from './page-cache.ts';
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
  /** Another site that pictures may come from, such as a council's map tiles. */
  readonly imageOrigin?: string | undefined;
  /** The addresses of proxies of ours, which say for whom they ask. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly log: Log;
  readonly newId: () => string;
  readonly health: () => Health;
  /**
   * The page that explains a problem in the reader's language. `path` is as the client sent it and
   * may be anything; a page shown for it gets the problem's status from here.
   */
  readonly problemPath: (path: string, problem: ServerProblem) => string;
  readonly lastWords: LastWords;
  /** The pages that are kept; without it each is made anew for each request. */
  readonly publicPages?: PublicPages | undefined;
  /** Milliseconds; only tests change them. */
  readonly limits?: Partial<Limits>;
};

/** Which pages are the same for everybody, and until when. */
export type PublicPages = {
  /** The most memory that they take; 0 keeps none. */
  readonly bytes: number;
  /** Whether the page at this path may be kept, if it is found and does not itself say otherwise. */
  readonly has: (path: string) => boolean;
  /** What they are made from, such as the directory's version and the day: a change drops them all. */
  readonly stateOf: () => string;
  /**
   * All that the page at this path reads of an `Accept-Language` header: the language that it offers
   * its reader instead of its own; null for none.
   */
  readonly offered: (acceptLanguage: string | undefined, path: string) => string | null;
};

/** What a running server has: its options, every file it holds by address, and the pages it keeps. */
export type Site = ServerOptions & {
  readonly files: ReadonlyMap<string, Answer>;
  readonly cache: PageCache | undefined;
  /** Undefined while the site has no address of its own. */
  readonly origin: URL | undefined;
};

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
