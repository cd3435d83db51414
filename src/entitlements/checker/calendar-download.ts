import type { Ctx } from '#platform/context.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { calendarEntries } from '../calendar-entries.ts';
import { calendarFile } from '../calendar-file.ts';
import { momentsOf } from '../moments.ts';
import { timelineOf } from '../timeline-of.ts';
import { checkToday } from './check-today.ts';
import { familyFrom } from './family-from.ts';
import { knownAnswers } from './known-answers.ts';
import { lineKey } from './line.view.ts';
import { childrenOf } from './questions.ts';

/**
 * The days of the answers in a form as a calendar file in the reader's language: all, or with `only`
 * those of one line. Null when there is no child in them.
 */
export function calendarDownload(ctx: Ctx, data: FormData): string | null {
  const { words, reference, today } = checkToday(ctx);
  const sent = readTyped(data);
  const typed = knownAnswers(sent);
  if (childrenOf(typed, today).length === 0) return null;
  const only = typedValue(sent, 'only');
  const timeline = timelineOf(familyFrom(typed, today), today, reference);
  const lines = timeline.filter((line) => only === '' || lineKey(line) === only);
  const { publicUrl } = ctx.settings;
  const entries = calendarEntries(
    momentsOf(lines, today),
    words,
    reference,
    today,
    `${publicUrl}${addressOf(words.language.code, '/checker')}`,
  );
  const name = words.t('checker:result.calendar.name');
  return calendarFile(name, entries, new URL(publicUrl).hostname, ctx.clock.now());
}
