import type { Actor } from '#platform/context.ts';
import type { LinkPurpose } from '#platform/links/access-link.ts';

/** A tracking link works for 30 days when nobody uses it; each message brings a fresh one. */
export const trackLinkHours = 30 * 24;
/** A used link opens the request in that browser for half a day. */
export const trackVisitHours = 12;
export const trackPurpose: LinkPurpose = 'track';

/** The case this asker may see as its family; undefined for anybody else. */
export const ownCaseId = (actor: Actor): string | undefined =>
  actor.kind === 'family' ? actor.caseId : undefined;
