import { searchInWords } from '#directory/chosen-filters.view.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { monthsOld, type Family } from '#brokerage/family.ts';
import { firstChoiceNames } from '#brokerage/first-choices.ts';
import { questions } from '#brokerage/ask/questions.ts';
import { familyRows } from '#brokerage/family-rows.ts';
import { spokenName } from '#brokerage/family-words.ts';
import { seesSensitive } from './as-seen-by.ts';
import { questionAge } from '../asking/question-words.ts';

const timesRow: WordKey = 'brokerage:check.row.times';
/** The number stands with the rules for calling it; the week and the permissions have their own place. */
const hidden: readonly WordKey[] = [
  ...(['phone', 'safeTimes', 'voicemail', 'reachHelp', 'reachNote'] as const),
  ...(['share', 'shareKinds', 'team', 'helpers'] as const),
].map((name): WordKey => `brokerage:check.row.${name}`);

/** What `maskedFamily` cannot mark as hidden by itself, because it is chosen and not written. */
const chosenRows: readonly WordKey[] = (['needs', 'plan', 'relation'] as const).map(
  (name): WordKey => `brokerage:check.row.${name}`,
);

/** What the family told us, in parts, for the broker. */
export function familyFacts(ctx: Ctx, family: Family) {
  const { words, clock } = ctx;
  const today = londonDay(clock.now());
  const mayKnow = seesSensitive(ctx);
  const hasWeek = family.times.slots.length > 0;
  const parts = familyRows(words, family, today).map(({ title, rows }) => ({
    title,
    rows: rows
      .filter(({ label }) => !hidden.includes(label) && !(hasWeek && label === timesRow))
      .map(({ label, text }) => ({
        key: words.t(label),
        text: chosenRows.includes(label) && !mayKnow ? words.t('accounts:masked') : text,
      })),
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

/** What may be shared with whom, as the family allowed. */
export const permissions = ({ words, clock }: Ctx, { children, sharing }: Family) =>
  questions.sharing
    .rows(words, sharing, { today: londonDay(clock.now()), children, child: 0 })
    .map(({ label, text }) => ({ key: words.t(label), text }));
