import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

/** A task that the server took and then did not do: nothing of it is in the index. */
export class TaskFailure extends Error {
  readonly kind: string;
  readonly code: string;
  constructor(kind: string, code: string) {
    super(`Meilisearch did not do ${kind}: ${code}`);
    this.name = 'TaskFailure';
    this.kind = kind;
    this.code = code;
  }
}

/** What went wrong, in words that hold neither address nor key nor what was asked. */
export function reasonOf(error: unknown): string {
  if (error instanceof TaskFailure) return `${error.kind} ${error.code}`;
  if (error instanceof MeilisearchApiError) return error.cause?.code ?? `${error.response.status}`;
  if (error instanceof MeilisearchRequestError) return 'not reached';
  if (error instanceof RangeError) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}

/** Whether the server has no such index. */
export const isNoIndex = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';

/**
 * Milliseconds after which a request that failed may do, as the server says or by what usually
 * mends; null when asking again would give the same.
 */
export function mayRetryAfter(error: unknown, attempt: number, chance: number): number | null {
  if (!isPassing(error)) return null;
  const said =
    error instanceof MeilisearchApiError
      ? Number(error.response.headers.get('retry-after') ?? NaN) * 1000
      : NaN;
  const usual = 200 * 2 ** attempt;
  return Math.min(30_000, Number.isFinite(said) ? said : usual) * (1 + chance / 2);
}

/** Too many at once, or nobody there: it passes. */
const isPassing = (error: unknown): boolean =>
  error instanceof MeilisearchApiError
    ? [408, 429, 500, 502, 503, 504].includes(error.response.status)
    : error instanceof MeilisearchRequestError;
