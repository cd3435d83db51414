import type { App } from '../context.ts';
import type { Throttled } from './throttle.ts';

/** What this needs of a page: Astro's global. */
type Page = {
  readonly clientAddress: string;
  readonly locals: { readonly app: App };
  readonly response: { status?: number; readonly headers: Headers };
};

/**
 * Whether this visitor may do that now. If not, the page answers 429 and says when to come back; it
 * shows again what was typed, and the phone number.
 */
export function mayGoOn(page: Page, what: Throttled): boolean {
  const { waitSeconds } = page.locals.app.throttle.take(what, page.clientAddress);
  if (waitSeconds === 0) return true;
  page.response.status = 429;
  page.response.headers.set('retry-after', String(waitSeconds));
  return false;
}
