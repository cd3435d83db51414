import { z } from 'zod';
import { oneLine, someOf, several } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { distances } from './distances.ts';
import { isInclusionKey } from './inclusion-vocabulary.ts';
import { parsePostcode } from './postcode.ts';
import { providerKinds } from './provider.ts';

const key = (text: WordKey): WordKey => text;

const near = oneLine.transform((typed, context) => {
  const postcode = parsePostcode(typed);
  if (typed === '') return '';
  if (postcode !== null) return postcode.kind === 'full' ? postcode.display : postcode.outward;
  context.addIssue({ code: 'custom', message: key('directory:find.near.wrong') });
  return z.NEVER;
});

const wholeNumber = (lowest: number, highest: number, wrong: WordKey) =>
  oneLine.transform((typed, context) => {
    const value = Number(typed);
    if (typed === '') return null;
    if (/^\d{1,6}$/.test(typed) && value >= lowest && value <= highest) return value;
    context.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });

/** The parameters of `/find` and `/api/find.json`. Unknown choices are dropped; wrong values are problems. */
export const findQuerySchema = z.object({
  q: oneLine.pipe(z.string().max(200, { error: key('directory:find.q.tooLong') })),
  near,
  within: oneLine.transform((typed) => distances.find((miles) => miles === typed) ?? ''),
  kind: someOf(providerKinds),
  /** Months. */
  age: wholeNumber(0, 19 * 12, 'directory:find.age.wrong'),
  inclusion: several.transform((values) => values.filter(isInclusionKey)),
  /** Also places that have not said whether they offer it. */
  unsaid: several.transform((values) => values.includes('1')),
  sort: oneLine.transform((typed) => (typed === 'name' ? 'name' : 'distance')),
  page: oneLine.transform((typed) => (/^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1)),
});
export type FindQuery = z.output<typeof findQuerySchema>;

/** The query as parameters again, in one fixed order, without what is not set. */
export function findParameters(query: FindQuery): Record<string, string | readonly string[]> {
  return {
    q: query.q,
    near: query.near,
    within: query.within,
    kind: query.kind,
    age: query.age === null ? '' : String(query.age),
    inclusion: query.inclusion,
    unsaid: query.unsaid ? '1' : '',
    sort: query.sort === 'name' ? 'name' : '',
    page: query.page > 1 ? String(query.page) : '',
  };
}
