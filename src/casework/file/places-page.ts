import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { matchesView } from './case-matches.view.ts';
import { readCase } from './read-case.ts';
import { viewAsking } from './view-asking.ts';

type Href = (path: string, query?: Query) => string;
export type PlacesPage = {
  readonly places: NonNullable<ReturnType<typeof matchesView>>;
};

/**
 * The ranked places of a case alone, for the family or for one of its children, counted from 1.
 * Problems: as `readCase`, `not-in-this-state` (the case is closed).
 */
export function placesPage(
  ctx: Ctx,
  href: Href,
  reference: string,
  typedChild: string,
): Result<PlacesPage> {
  const read = readCase(ctx, reference);
  if (!read.ok) return read;
  const subject = read.value;
  const child = subject.family.children.findIndex((_, index) => String(index + 1) === typedChild);
  const which = child === -1 ? {} : { child };
  const asking = viewAsking(ctx, subject, which.child);
  const today = londonDay(ctx.clock.now());
  const places = matchesView(ctx.words, href, { subject, ...asking, ...which, today });
  return places === null ? failure('not-in-this-state') : success({ places });
}
