import type { AstroCookies } from 'astro';
import { survivorOf } from '#brokerage/survivor-store.ts';
import type { Actor, App } from '#platform/context.ts';
import { cookieNames } from '#platform/http/cookies.ts';
import { findVisit } from '#platform/links/visit.ts';

/** Who a request to a public page comes from, as its cookies show: a family, a provider, or anybody. */
export function whoAsks(app: App, cookies: AstroCookies, path: string): Actor {
  const family = path.startsWith('/track') || path === '/ask/sent';
  if (family) {
    const caseId = visitOf(app, 'track', cookies.get(cookieNames.family)?.value);
    if (caseId === undefined) return { kind: 'public' };
    return { kind: 'family', caseId: survivorOf(app.db, caseId) };
  }
  if (path === '/answer') {
    const enquiryId = visitOf(app, 'answer', cookies.get(cookieNames.provider)?.value);
    return enquiryId === undefined ? { kind: 'public' } : { kind: 'provider', enquiryId };
  }
  return { kind: 'public' };
}

const visitOf = (
  app: App,
  purpose: 'track' | 'answer',
  token: string | undefined,
): string | undefined =>
  token === undefined ? undefined : findVisit(app.db, app.clock, purpose, token);
