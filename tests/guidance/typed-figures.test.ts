import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReference } from '#entitlements/read-reference.ts';
import { faultsOfTexts, readTexts, typedFigures } from '../../scripts/checks/typed-figures.ts';

const reference = readReference();
const find = typedFigures(reference);
const texts = readTexts(join(import.meta.dirname, '../..'));

test('no figure of the law is typed into an article, a word or markup', () => {
  expect(texts.length).toBeGreaterThan(8000);
  expect(faultsOfTexts(texts, reference)).toEqual([]);
});

test.each([
  'up to 30 hours a week',
  'a 15-hour place',
  'thirty hours',
  'for 38 weeks',
  'from nine months',
  'z 30 godzin tygodniowo',
  '۳۰ گھنٹے',
  '⁦30⁩ گھنٹے',
  'up to £1,071.09 a month',
  'do 1071,09 £',
  'do 1 071,09 £ miesięcznie',
  'up to £2,000 a year',
  '£100,000',
  '85% of the cost',
  '85 per cent',
])('“%s” would be caught', (text) => {
  expect(find(text)).not.toEqual([]);
  const planted = { where: 'content/locales/en/site.json site:planted', text };
  expect(faultsOfTexts([planted], reference)).toHaveLength(1);
});

test.each([
  'up to {figure:working-parents.hoursPerWeek} hours a week',
  'within 24 hours',
  'The price is £6.65 an hour',
  'Every 3 and 4-year-old',
  '2026-11-22',
])('“%s” is none', (text) => {
  expect(find(text)).toEqual([]);
});
