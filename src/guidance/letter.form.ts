import { z } from 'zod';
import { oneLine, parseTyped, typedValue, type Parsed, type Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

const key = (text: WordKey): WordKey => text;
const longestName = 100;
const longestText = 600;

const text = (longest: number, tooLong: WordKey) =>
  oneLine
    .transform((typed) => typed.replaceAll(/\s+/gu, ' '))
    .pipe(z.string().max(longest, { error: tooLong }));
const needed = (longest: number, missing: WordKey, tooLong: WordKey) =>
  text(longest, tooLong).pipe(z.string().min(1, { error: missing }));

const schema = z.object({
  provider: needed(
    longestName,
    key('guidance:letter.provider.missing'),
    key('guidance:letter.tooLong.name'),
  ),
  child: text(longestName, key('guidance:letter.tooLong.name')),
  wanted: text(longestText, key('guidance:letter.tooLong.text')),
  reason: needed(
    longestText,
    key('guidance:letter.reason.missing'),
    key('guidance:letter.tooLong.text'),
  ),
  ask: text(longestText, key('guidance:letter.tooLong.text')),
  name: needed(
    longestName,
    key('guidance:letter.name.missing'),
    key('guidance:letter.tooLong.name'),
  ),
  date: oneLine.pipe(z.iso.date({ error: key('guidance:letter.date.wrong') })),
});
export type Letter = z.output<typeof schema>;

/** What a family writes into the letter to a place that said no, as typed; its day in three fields. */
export function readLetter(typed: Typed): Parsed<Letter> {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((name) =>
    typedValue(typed, name).trim(),
  );
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return parseTyped(schema, { ...typed, date: [date] });
}
