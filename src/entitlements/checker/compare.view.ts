import { showProblems, typedValue, type Typed } from '#platform/http/form.ts';
import type { FamilyCircumstances } from '../circumstances.ts';
import { compareHelp } from '../compare-help.ts';
import { moneyText } from '../format-figure.ts';
import { schemeName } from '../scheme-words.ts';
import { childText, type CheckTexts } from './check-texts.ts';

const mostPence = 500_000;

/** Pence from `85.50` or `£85`; null when nothing was typed. */
function penceOf(text: string): number | 'wrong' | null {
  const plain = text.normalize('NFKC').replace(/[£\s]/g, '').replace(',', '.');
  if (plain === '') return null;
  const pence = /^\d{1,5}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : NaN;
  return pence <= mostPence ? pence : 'wrong';
}

/**
 * Which of Tax-Free Childcare and Universal Credit gives more: the fields for what each child's care
 * costs, and the answer once they are filled in. `isAsked`: the form was sent, so what is wrong is said.
 */
export function compareView(
  texts: CheckTexts,
  { children }: FamilyCircumstances,
  typed: Typed,
  isAsked: boolean,
) {
  const fields = children.map((child) => {
    const value = typedValue(typed, `cost-${child.id}`);
    const pence = penceOf(value);
    const isWrong = pence === 'wrong' || (isAsked && pence === null && children.length === 1);
    return {
      name: `cost-${child.id}`,
      label: childText(texts.words, child),
      value,
      pence: pence === 'wrong' ? null : pence,
      isDisabled: child.dla === 'yes',
      isWrong,
    };
  });
  const costs = fields.flatMap(({ pence, isDisabled }) =>
    pence === null || pence === 0 ? [] : [{ pence, isDisabled }],
  );
  const isReady = isAsked && costs.length > 0 && fields.every(({ isWrong }) => !isWrong);
  const problems = fields.flatMap(({ name, isWrong }) =>
    isWrong ? [{ field: name, key: 'checker:wrong.cost' } as const] : [],
  );
  return {
    fields,
    answer: isReady ? answerOf(texts, costs) : null,
    problems: showProblems(texts.words, problems),
  };
}

function answerOf(
  { words, reference, today }: CheckTexts,
  costs: Parameters<typeof compareHelp>[0],
) {
  const { t } = words;
  const compared = compareHelp(costs, today, reference);
  if (compared === null) return { rows: [], text: t('checker:result.compare.unknown') };
  const { taxFreeChildcare, universalCredit, better } = compared;
  const names = {
    'tax-free-childcare': schemeName(words, reference, 'tax-free-childcare'),
    'universal-credit': schemeName(words, reference, 'universal-credit'),
  };
  return {
    rows: [
      { name: names['tax-free-childcare'], amount: moneyText(words, taxFreeChildcare) },
      { name: names['universal-credit'], amount: moneyText(words, universalCredit) },
    ],
    text:
      better === 'the-same'
        ? t('checker:result.compare.same')
        : t('checker:result.compare.better', { name: names[better] }),
  };
}
