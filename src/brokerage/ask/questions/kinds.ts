import { z } from 'zod';
import { kindName } from '#directory/taxonomy.ts';
import { someOf } from '#platform/http/form.ts';
import { careKinds } from '../../family.ts';
import { checkboxes } from '../draw.ts';
import { question } from '../question.ts';

/** The kinds of childcare a family would take; none ticked means any. */
export const kinds = question({
  form: () => z.object({ kinds: someOf(careKinds) }).transform((typed) => typed.kinds),
  title: ({ t }) => t('brokerage:kinds.title'),
  isHeadedByControl: true,
  draw: (words, typed) => [
    checkboxes(
      'kinds',
      {
        label: words.t('brokerage:kinds.title'),
        hint: words.t('brokerage:kinds.hint'),
        isHeading: true,
      },
      careKinds.map((value) => ({ value, text: kindName(words, value) })),
      typed,
    ),
  ],
  rows: (words, value) => [
    {
      label: 'brokerage:check.row.kinds',
      text:
        value.length === 0
          ? words.t('brokerage:kinds.any')
          : value.map((kind) => kindName(words, kind)).join('\n'),
    },
  ],
});
