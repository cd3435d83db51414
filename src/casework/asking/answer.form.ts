import { z } from 'zod';
import {
  changeKinds,
  waits,
  type ProviderAnswer,
  type ReasonCode,
} from '#brokerage/provider-answer.ts';
import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import { oneLine, oneOf, several, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Given } from './keep-answer.ts';
import { vacancyBands, type LearnedFacts } from './learned-facts.ts';

export const answerKinds = ['yes', 'yes-if', 'visit-first', 'waiting-list', 'no'] as const;

const key = (text: WordKey): WordKey => text;
const words = (tooLong: WordKey) => oneLine.pipe(z.string().max(1000, { error: key(tooLong) }));
const ticked = several.transform((values) => values.length > 0);

const fields = {
  answer: oneOf(answerKinds, 'providers:form.answer.missing'),
  day: oneLine,
  month: oneLine,
  year: oneLine,
  condition: words('providers:form.condition.tooLong'),
  changes: someOf(changeKinds),
  wait: oneLine,
  reason: oneLine,
  would: words('providers:form.would.tooLong'),
  wouldChanges: someOf(changeKinds),
  visit: ticked,
  note: words('providers:form.note.tooLong'),
  band: oneLine,
  places: oneLine,
  offers: several.transform((values) => values.filter(isInclusionKey)),
};
type Fields = z.infer<z.ZodObject<typeof fields>>;
type Wrong = { readonly path: keyof Fields; readonly message: WordKey };

/**
 * A provider's answer, with what it says of itself; only the fields that its kind of answer needs are
 * asked for. `reasons` are the ones that whoever fills it in may give.
 */
export const answerForm = (reasons: readonly ReasonCode[]) =>
  z.object(fields).transform((typed, context): Given => {
    const answer = answerOf(typed, reasons);
    const facts = factsOf(typed);
    for (const one of [answer, facts])
      if ('message' in one)
        context.addIssue({ code: 'custom', path: [one.path], message: one.message });
    return 'message' in answer || 'message' in facts ? z.NEVER : { answer, facts };
  });

function answerOf(typed: Fields, reasons: readonly ReasonCode[]): ProviderAnswer | Wrong {
  const { visit, note, condition, changes } = typed;
  switch (typed.answer) {
    case 'yes': {
      const from = dayOf(typed);
      return from === null
        ? { path: 'day', message: 'providers:form.from.wrong' }
        : { answer: 'yes', from, visit, note };
    }
    case 'yes-if':
      if (condition === '' && changes.length === 0)
        return { path: 'condition', message: 'providers:form.condition.missing' };
      return { answer: 'yes-if', condition, changes, visit, note };
    case 'visit-first':
      return { answer: 'visit-first', note };
    case 'waiting-list': {
      const wait = waits.find((code) => code === typed.wait);
      return wait === undefined
        ? { path: 'wait', message: 'providers:form.wait.missing' }
        : { answer: 'waiting-list', wait, note };
    }
    case 'no':
      return refusalOf(typed, reasons);
  }
}

function refusalOf(
  { reason: typed, would, wouldChanges: changes, note }: Fields,
  reasons: readonly ReasonCode[],
): ProviderAnswer | Wrong {
  const reason = reasons.find((code) => code === typed);
  return reason === undefined
    ? { path: 'reason', message: 'providers:form.reason.missing' }
    : { answer: 'no', reason, would, changes, note };
}

function factsOf({ band: typed, places, offers }: Fields): LearnedFacts | Wrong {
  const band = vacancyBands.find(({ key: one }) => one === typed)?.key;
  if (places === '') return { vacancy: null, offers };
  const plain = places.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  if (!/^\d{1,2}$/.test(plain)) return { path: 'places', message: 'providers:form.facts.wrong' };
  return band === undefined
    ? { path: 'band', message: 'providers:form.facts.bandMissing' }
    : { vacancy: { band, places: Number(plain) }, offers };
}

/** An ISO day from three boxes; '' when all are empty, null when it is not a day. */
function dayOf({ day, month, year }: Pick<Fields, 'day' | 'month' | 'year'>): string | null {
  if (`${day}${month}${year}` === '') return '';
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success && year.length === 4 ? iso : null;
}
