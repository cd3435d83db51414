import { z } from 'zod';
import { oneOf } from '#platform/http/form.ts';
import { relationHints, relationWords } from '../../family-words.ts';
import { relations } from '../../family.ts';
import { radios } from '../draw.ts';
import { question } from '../question.ts';

/** Who asks, and what they are to the child. */
export const about = question({
  form: () => z.object({ relation: oneOf(relations, 'brokerage:about.relation.missing') }),
  title: ({ t }) => t('brokerage:about.relation.label'),
  isHeadedByControl: true,
  draw: ({ t }, typed) => [
    radios(
      'relation',
      {
        label: t('brokerage:about.relation.label'),
        hint: t('brokerage:about.relation.why'),
        isHeading: true,
      },
      relations.map((value) => ({
        value,
        text: t(relationWords[value]),
        ...(relationHints[value] && { hint: { text: t(relationHints[value]) } }),
      })),
      typed,
    ),
  ],
  rows: ({ t }, { relation }) => [
    { label: 'brokerage:check.row.relation', text: t(relationWords[relation]) },
  ],
});
