import { z } from 'zod';
import { distances } from '#directory/distances.ts';
import { parsePostcode } from '#directory/postcode.ts';
import { oneLine, oneOf, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { nearWords, travelWords } from '../../family-words.ts';
import { nearPlaces, travelWays } from '../../family.ts';
import { checkboxes, radios, typedText } from '../draw.ts';
import { shortWords } from '../fields.ts';
import { question } from '../question.ts';

const postcode = (missing: WordKey | null) =>
  oneLine.transform((typed, context) => {
    if (typed === '' && missing === null) return '';
    const found = parsePostcode(typed);
    if (found?.kind === 'full') return found.display;
    const message = typed === '' && missing ? missing : 'brokerage:place.postcode.wrong';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** Where care is wanted, how far off, and how the family travels. */
export const place = question({
  form: () =>
    z.object({
      postcode: postcode('brokerage:place.postcode.missing'),
      miles: oneOf(distances, 'brokerage:place.miles.missing').transform(Number),
      near: someOf(nearPlaces),
      otherPostcode: postcode(null),
      school: shortWords,
      travel: someOf(travelWays),
    }),
  title: ({ t }) => t('brokerage:place.title'),
  draw: ({ t }, typed) => [
    typedText(
      'postcode',
      { label: t('brokerage:place.postcode.label'), hint: t('brokerage:place.postcode.hint') },
      typed,
      { autocomplete: 'postal-code', dir: 'ltr', narrow: true },
    ),
    radios(
      'miles',
      { label: t('brokerage:place.miles.label') },
      distances.map((value) => ({
        value,
        text: t('brokerage:place.miles.upTo', { count: Number(value) }),
      })),
      typed,
    ),
    checkboxes(
      'near',
      { label: t('brokerage:place.near.label') },
      nearPlaces.map((value) => ({ value, text: t(nearWords[value]) })),
      typed,
    ),
    typedText(
      'otherPostcode',
      { label: t('brokerage:place.other.label'), hint: t('brokerage:place.other.hint') },
      typed,
      { dir: 'ltr', narrow: true },
    ),
    typedText('school', { label: t('brokerage:place.school') }, typed),
    checkboxes(
      'travel',
      { label: t('brokerage:place.travel.label') },
      travelWays.map((value) => ({ value, text: t(travelWords[value]) })),
      typed,
    ),
  ],
  rows: ({ t }, value) => [
    { label: 'brokerage:check.row.postcode', text: value.postcode, typed: true },
    {
      label: 'brokerage:check.row.miles',
      text: t('brokerage:place.miles.upTo', { count: value.miles }),
    },
    {
      label: 'brokerage:check.row.near',
      text: [...value.near.map((one) => t(nearWords[one])), value.otherPostcode, value.school]
        .filter(Boolean)
        .join('\n'),
    },
    {
      label: 'brokerage:check.row.travel',
      text: value.travel.map((one) => t(travelWords[one])).join('\n'),
    },
  ],
});
