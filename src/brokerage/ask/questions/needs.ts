import { z } from 'zod';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { someOf } from '#platform/http/form.ts';
import { planWords } from '../../family-words.ts';
import { planStages } from '../../family.ts';
import { checkboxes, radios, textarea } from '../draw.ts';
import { oneOr, ownWords } from '../fields.ts';
import { childName, question } from '../question.ts';

/** What would help one child; no condition is ever asked for. */
export const needs = question({
  form: () =>
    z.object({
      groups: someOf(inclusionGroups),
      plan: oneOr(planStages, 'not-sure'),
      text: ownWords,
    }),
  title: (words, known) => words.t('brokerage:needs.title', { child: childName(words, known) }),
  draw: (words, typed) => {
    const { t } = words;
    return [
      { control: 'text-block', text: t('brokerage:needs.why') },
      checkboxes(
        'groups',
        { label: t('brokerage:needs.groups'), hint: t('brokerage:needs.hint') },
        inclusionGroups.map((group) => ({
          value: group,
          text: t(inclusionGroupWord(group)),
          hint: { text: t(`brokerage:needs.groupHint.${group}`) },
        })),
        typed,
      ),
      radios(
        'plan',
        { label: t('brokerage:needs.plan.label'), hint: t('brokerage:needs.plan.hint') },
        planStages.map((value) => ({ value, text: t(planWords[value]) })),
        typed,
      ),
      textarea(
        'text',
        { label: t('brokerage:needs.text.label'), hint: t('brokerage:needs.text.hint') },
        typed,
      ),
    ];
  },
  rows: ({ t }, { groups, plan, text }) => [
    {
      label: 'brokerage:check.row.needs',
      text:
        groups.length === 0
          ? t('brokerage:check.nothingTicked')
          : groups.map((group) => t(inclusionGroupWord(group))).join('\n'),
    },
    { label: 'brokerage:check.row.plan', text: t(planWords[plan]) },
    { label: 'brokerage:check.row.needsText', text, typed: true },
  ],
});
