import { describe, expect, test } from 'vitest';
import { familyFrom } from '#entitlements/checker/family-from.ts';
import { hiddenFields, knownAnswers } from '#entitlements/checker/known-answers.ts';
import { dueProblems, problemsOf } from '#entitlements/checker/question.form.ts';
import {
  askedOf,
  childIds,
  choices,
  questionKeys,
  type QuestionKey,
} from '#entitlements/checker/questions.ts';
import type { Typed } from '#platform/http/form.ts';
import { today } from './sample-family.ts';

/** Answers as fields hold them: one value, or several. */
const typed = (said: Readonly<Record<string, string | readonly string[]>>): Typed =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : value,
    ]),
  );
const born = { 'month-a': '11', 'year-a': '2024' };
const wrongIn = (key: QuestionKey, said: Readonly<Record<string, string | readonly string[]>>) =>
  problemsOf(key, typed(said), today).map(({ field, key: text }) => [
    field,
    text.replace('checker:wrong.', ''),
  ]);

describe('a month of birth', () => {
  test.each([
    [{}, 'noChild'],
    [{ 'month-a': '', 'year-a': ' ' }, 'noChild'],
    [{ 'month-a': '13', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '0', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '-1', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '5', 'year-a': '' }, 'month'],
    [{ 'month-a': '', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '5', 'year-a': '24' }, 'month'],
    [{ 'month-a': '5.5', 'year-a': '2024' }, 'month'],
    [{ 'month-a': 'May', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '1e0', 'year-a': '2024' }, 'month'],
    [{ 'month-a': '5', 'year-a': '20240' }, 'month'],
    [{ 'month-a': '12', 'year-a': '2027' }, 'tooFar'],
    [{ 'month-a': '11', 'year-a': '1990' }, 'tooOld'],
    [{ 'month-a': '11', 'year-a': '2006' }, 'tooOld'],
  ])('%o is refused: %s', (said, text) => {
    expect(wrongIn('children', said)).toEqual([['month-a', text]]);
  });

  test.each([
    [{ 'month-a': '5', 'year-a': '2025' }, '2025-05'],
    [{ 'month-a': ' 05 ', 'year-a': '2025' }, '2025-05'],
    [{ 'month-a': '٥', 'year-a': '۲۰۲۵' }, '2025-05'],
    [{ 'month-a': '11', 'year-a': '2027' }, '2027-11'],
    [{ 'month-a': '12', 'year-a': '2006' }, '2006-12'],
    [{ 'born-a': '2025-05' }, '2025-05'],
  ])('%o is %s', (said, month) => {
    expect(wrongIn('children', said)).toEqual([]);
    expect(familyFrom(typed(said), today).children[0]?.born).toBe(month);
  });

  test('one wrong child among right ones is named', () => {
    const said = { ...born, 'month-c': '40', 'year-c': '2020' };
    expect(wrongIn('children', said)).toEqual([['month-c', 'month']]);
  });

  test('the short way is for babies that are due, in this month at the earliest', () => {
    const due = (month: string, year: string) =>
      dueProblems(typed({ 'month-a': month, 'year-a': year }), today).length;
    expect([due('11', '2026'), due('4', '2027'), due('10', '2026')]).toEqual([0, 0, 1]);
  });
});

const rest = questionKeys.filter((key) => key !== 'children');
const fieldOf = (key: QuestionKey) => {
  if (key === 'needs' || key === 'care') return `${key}-a`;
  return ['work', 'earn', 'study'].includes(key) ? `${key}-1` : key;
};

describe.each(rest)('the question of %s', (key) => {
  const field = fieldOf(key);
  test.each([[[]], [['']], [['x']], [['__proto__']], [['constructor']], [['yes', 'x']]])(
    'refuses %j, and says that not sure is fine',
    (values) => {
      expect(wrongIn(key, { ...born, [field]: values })).toEqual([[field, 'choose']]);
    },
  );

  test('takes each of its answers, and not sure', () => {
    for (const value of [...choices[key], 'not-sure']) {
      expect([value, wrongIn(key, { ...born, [field]: value })]).toEqual([value, []]);
    }
  });
});

test.each([
  [
    'work',
    { 'work-1': 'starting', 'starts-1-day': '31', 'starts-1-month': '2', 'starts-1-year': '2027' },
    'starts-1-day',
  ],
  ['work', { 'work-1': 'leave', 'starts-1-day': '3' }, 'starts-1-day'],
  ['use', { use: 'stopped', 'stopped-month': '10', 'stopped-year': '2026' }, 'stopped-day'],
] as const)('%s with a day that is not in the calendar is refused', (key, said, field) => {
  expect(wrongIn(key, said)).toEqual([[field, 'day']]);
});

test('ten questions at most; none about a baby’s needs, or the pay of who has no work', () => {
  const asked = (said: Readonly<Record<string, string>>) => askedOf(typed(said), today);
  expect(asked(born)).toHaveLength(10);
  expect(asked({ 'month-a': '4', 'year-a': '2027' })).not.toContain('needs');
  expect(asked({ ...born, 'work-1': 'none' })).not.toContain('earn');
  expect(asked({ ...born, adults: '2', 'work-1': 'none', 'work-2': 'employed' })).toContain('earn');
});

test('answers become the family that the rules decide on', () => {
  const family = familyFrom(
    typed({
      ...born,
      'month-b': '4',
      'year-b': '2027',
      'needs-a': ['dla'],
      'care-a': 'kinship',
      adults: '2',
      'work-1': 'leave',
      'starts-1-day': '1',
      'starts-1-month': '2',
      'starts-1-year': '2027',
      'work-2': 'employed',
      'earn-1': 'enough',
      'earn-2': 'over',
      credit: 'more',
      funds: 'low',
      'study-2': 'young',
      use: ['vouchers', 'stopped'],
      'stopped-day': '22',
      'stopped-month': '10',
      'stopped-year': '2026',
    }),
    today,
  );
  expect(family).toEqual({
    children: [
      {
        id: 'a',
        born: '2024-11',
        isDue: false,
        care: 'kinship',
        dla: 'yes',
        ehcPlan: 'no',
        extraNeeds: 'no',
      },
      {
        id: 'b',
        born: '2027-04',
        isDue: true,
        care: 'own',
        dla: 'no',
        ehcPlan: 'no',
        extraNeeds: 'no',
      },
    ],
    adults: [
      {
        work: 'leave',
        startsOn: '2027-02-01',
        leaveFor: 'b',
        earnsMinimum: 'yes',
        overLimit: 'no',
        student: 'not-sure',
        under20: 'not-sure',
      },
      {
        work: 'employed',
        startsOn: null,
        leaveFor: null,
        earnsMinimum: 'yes',
        overLimit: 'yes',
        student: 'school-or-college',
        under20: 'yes',
      },
    ],
    universalCredit: 'yes',
    lowEarnings: 'no',
    noRecourse: 'yes',
    lowIncomeNoRecourse: 'yes',
    asylumSupport: 'no',
    lowStudentIncome: 'not-sure',
    vouchers: 'yes',
    inLondon: 'not-sure',
    hasCode: 'yes',
    stoppedQualifyingOn: '2026-10-22',
  });
});

test('whoever is not sure of a partner is asked about one, who stays open', () => {
  const { adults } = familyFrom(typed({ ...born, adults: 'not-sure', 'work-1': 'none' }), today);
  expect(adults.map(({ work }) => work)).toEqual(['none', 'not-sure']);
});

test('of what is sent only answers travel on, and all of them', () => {
  const said = typed({ ...born, 'needs-a': ['dla', 'extra'], credit: 'low', name: 'Amina' });
  const sent = { ...said, ...typed({ 'month-z': '1', answered: 'use', credit: 'l'.repeat(9999) }) };
  const kept = knownAnswers(sent);
  expect(Object.keys(kept).sort()).toEqual(['credit', 'month-a', 'needs-a', 'year-a']);
  expect(kept['credit']?.[0]).toHaveLength(40);
  const travelled = new Map<string, string[]>();
  for (const { name, value } of hiddenFields(knownAnswers(said))) {
    travelled.set(name, [...(travelled.get(name) ?? []), value]);
  }
  expect(Object.fromEntries(travelled)).toEqual(knownAnswers(said));
  expect(childIds).toHaveLength(4);
});
