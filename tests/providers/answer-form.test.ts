import { describe, expect, test } from 'vitest';
import { reasonCodes } from '#brokerage/provider-answer.ts';
import { parseTyped } from '#platform/http/form.ts';
import { answerForm } from '#providers/answer.form.ts';

type Fields = Readonly<Record<string, string>>;
const parse = (typed: Fields) =>
  parseTyped(
    answerForm,
    Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]])),
  );
const problems = (typed: Fields) => {
  const parsed = parse(typed);
  return parsed.ok
    ? []
    : parsed.problems.map(({ field, key }) => `${field} ${key.replace('providers:form.', '')}`);
};

describe('each kind of answer', () => {
  test.each<[Fields, unknown]>([
    [{ answer: 'yes' }, { answer: 'yes', from: '', visit: false, note: '' }],
    [
      { answer: 'yes', day: '4', month: '1', year: '2027', visit: 'yes', note: ' Hello ' },
      { answer: 'yes', from: '2027-01-04', visit: true, note: 'Hello' },
    ],
    [
      { answer: 'yes-if', condition: ' Training ', visit: 'yes' },
      { answer: 'yes-if', condition: 'Training', visit: true, note: '' },
    ],
    [
      { answer: 'visit-first', note: 'Ring us' },
      { answer: 'visit-first', note: 'Ring us' },
    ],
    ...reasonCodes.map((reason): [Fields, unknown] => [
      { answer: 'no', reason },
      { answer: 'no', reason, note: '' },
    ]),
  ])('%j', (typed, answer) => {
    expect(parse(typed)).toEqual({ ok: true, value: answer });
  });

  test('asks only for what belongs to it', () => {
    const rest = { day: '32', month: 'x', condition: '', reason: 'because' };
    expect(problems({ answer: 'visit-first', ...rest })).toEqual([]);
    expect(problems({ answer: 'yes', condition: '', reason: '' })).toEqual([]);
  });
});

test.each<[Fields, readonly string[]]>([
  [{}, ['answer answer.missing']],
  [{ answer: 'perhaps' }, ['answer answer.missing']],
  [{ answer: 'yes-if', condition: ' ' }, ['condition condition.missing']],
  [{ answer: 'yes-if', condition: 'x'.repeat(1001) }, ['condition condition.tooLong']],
  [{ answer: 'no' }, ['reason reason.missing']],
  [{ answer: 'no', reason: 'because' }, ['reason reason.missing']],
  [{ answer: 'visit-first', note: 'x'.repeat(1001) }, ['note note.tooLong']],
  ...[
    ['31', '2', '2027'],
    ['29', '2', '2027'],
    ['4', '13', '2027'],
    ['0', '1', '2027'],
    ['4', '1', '27'],
    ['4', '1', ''],
    ['', '', '2027'],
    ['four', 'January', '2027'],
  ].map(([day = '', month = '', year = '']): [Fields, readonly string[]] => [
    { answer: 'yes', day, month, year },
    ['day from.wrong'],
  ]),
])('%j is told what is wrong', (typed, wrong) => {
  expect(problems(typed)).toEqual(wrong);
});
