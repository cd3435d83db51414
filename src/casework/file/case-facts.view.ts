import { searchInWords } from '#directory/chosen-filters.view.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { monthsOld, type Family } from '#brokerage/family.ts';
import { firstChoiceNames } from '#brokerage/first-choices.ts';
import { familyRows } from '#brokerage/family-rows.ts';
import { spokenName } from '#brokerage/family-words.ts';
import { questionAge } from '../asking/question-words.ts';

/** What the family told us, in parts, for the broker. */
export function familyFacts(ctx: Ctx, family: Family) {
  const { words, clock } = ctx;
  const today = londonDay(clock.now());
  const parts = familyRows(words, family, today).map(({ title, rows }) => ({
    title,
    rows: rows.map(({ label, text }) => ({ key: words.t(label), text })),
  }));
  const search = searchInWords(words, family.cameFrom.search);
  const more = [
    { key: words.t('brokerage:check.row.first'), text: firstChoiceNames(ctx, family) },
    { key: words.t('casework:case.row.age'), text: agesText({ words, today }, family) },
    { key: words.t('casework:case.row.reads'), text: spokenName(words, family.language) },
    { key: words.t('casework:case.row.search'), text: search },
  ].filter(({ text }) => text !== '');
  return [...parts, { title: words.t('casework:case.moreTitle'), rows: more }];
}

/** The children's ages as people say them. */
export const agesText = (
  { words, today }: { readonly words: Ctx['words']; readonly today: string },
  { children }: Pick<Family, 'children'>,
): string =>
  words.format.list(children.map(({ born }) => questionAge(words, monthsOld(born, today))));
