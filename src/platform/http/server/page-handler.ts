import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageCollector } from './page-collector.ts';

/** What Astro's Node adapter reads of a request. It is ours, so nothing unasked-for gets through. */
export type PageRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer | undefined;
  /** Plain values and no socket: the adapter then has no events to wire up for each request. */
  readonly socket: { readonly encrypted: boolean; readonly remoteAddress: string | undefined };
  readonly once: () => void;
};

/** Astro's built pages: `handler` of `dist/server/entry.mjs` in middleware mode. */
export type PageHandler = (
  request: PageRequest,
  answer: PageCollector,
  next: undefined,
  locals: object,
) => Promise<unknown>;

/** Loads the built pages from Astro's output folder. Throws when they have not been built. */
export async function loadPageHandler(distFolder: string): Promise<PageHandler> {
  const entry: unknown = await import(pathToFileURL(join(distFolder, 'server', 'entry.mjs')).href);
  if (!isEntry(entry)) throw new Error(`${distFolder} does not hold the built pages`);
  return entry.handler;
}

const isEntry = (entry: unknown): entry is { readonly handler: PageHandler } =>
  typeof entry === 'object' &&
  entry !== null &&
  'handler' in entry &&
  typeof entry.handler === 'function';
