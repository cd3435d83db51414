import { z } from 'zod';
import { reasonCodes, type ProviderAnswer } from '#brokerage/provider-answer.ts';
import { oneLine, oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

export const answerKinds = ['yes', 'yes-if', 'visit-first', 'no'] as const;

const key = (text: WordKey): WordKey => text;
const ticked = z
  .array(z.string())
  .default([])
  .transform((values) => values.length > 0);

/** The provider's form as an answer; only the fields that its kind of answer needs are asked for. */
export const answerForm = z
  .object({
    answer: oneOf(answerKinds, 'providers:form.answer.missing'),
    day: oneLine,
    month: oneLine,
    year: oneLine,
    condition: oneLine.pipe(
      z.string().max(1000, { error: key('providers:form.condition.tooLong') }),
    ),
    reason: oneLine,
    visit: ticked,
    note: oneLine.pipe(z.string().max(1000, { error: key('providers:form.note.tooLong') })),
  })
  .transform((typed, context): ProviderAnswer => {
    const wrong = (path: string, message: WordKey) => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    const { visit, note, condition } = typed;
    switch (typed.answer) {
      case 'yes': {
        const from = dayOf(typed);
        return from === null
          ? wrong('day', 'providers:form.from.wrong')
          : { answer: 'yes', from, visit, note };
      }
      case 'yes-if':
        if (condition === '') return wrong('condition', 'providers:form.condition.missing');
        return { answer: 'yes-if', condition, visit, note };
      case 'visit-first':
        return { answer: 'visit-first', note };
      case 'no': {
        const reason = reasonCodes.find((code) => code === typed.reason);
        return reason === undefined
          ? wrong('reason', 'providers:form.reason.missing')
          : { answer: 'no', reason, note };
      }
    }
  });

/** An ISO day from three boxes; '' when all are empty, null when it is not a day. */
function dayOf({ day, month, year }: { day: string; month: string; year: string }): string | null {
  if (`${day}${month}${year}` === '') return '';
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return z.iso.date().safeParse(iso).success && year.length === 4 ? iso : null;
}
