import { readReference } from '#entitlements/read-reference.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Href, Making } from './article.view.ts';

const reference = readReference();

/** What this request's pages of guidance are made with. */
export const readMaking = (ctx: Ctx, href: Href): Making => ({
  ...{ words: ctx.words, english: ctx.catalogue.speak('en') },
  ...{ href, reference, day: londonDay(ctx.clock.now()) },
});
