import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { knownReference } from '../known-reference.ts';
import type { CheckTexts } from './check-texts.ts';

/** What the checker writes with now. */
export const checkToday = (ctx: Pick<Ctx, 'clock' | 'words'>): CheckTexts => ({
  words: ctx.words,
  reference: knownReference(),
  today: londonDay(ctx.clock.now()),
});
