import { describe, expect, test } from 'vitest';
import { providerAnswer, providerReasons, recordedReasons } from '#brokerage/provider-answer.ts';
import { parseTyped } from '#platform/http/form.ts';
import { noFacts } from '#casework/asking/learned-facts.ts';
import { answerForm } from '#casework/asking/answer.form.ts';

type Fields = Readonly<Record<string, string>>;
const parse = (typed: Fields) =>
  parseTyped(
    answerForm(providerReasons),
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
      { answer: 'yes-if', condition: 'Training', changes: [], visit: true, note: '' },
    ],
    [
      { answer: 'yes-if', changes: 'funding' },
      { answer: 'yes-if', condition: '', changes: ['funding'], visit: false, note: '' },
    ],
    [
      { answer: 'waiting-list', wait: 'six-months' },
      { answer: 'waiting-list', wait: 'six-months', note: '' },
    ],
    [
      { answer: 'visit-first', note: 'Ring us' },
      { answer: 'visit-first', note: 'Ring us' },
    ],
    ...providerReasons.map((reason): [Fields, unknown] => [
      { answer: 'no', reason },
      { answer: 'no', reason, would: '', changes: [], note: '' },
    ]),
  ])('%j', (typed, answer) => {
    expect(parse(typed)).toEqual({ ok: true, value: { answer, facts: noFacts } });
  });

  test('a broker can record more reasons than a provider can give', () => {
    const given = (reason: string) =>
      parseTyped(answerForm(recordedReasons), { answer: ['no'], reason: [reason] }).ok;
    expect(['discouraged', 'no-reply', 'full'].map(given)).toEqual([true, true, true]);
    expect(given('family-declined')).toBe(false);
    expect(problems({ answer: 'no', reason: 'discouraged' })).toEqual(['reason reason.missing']);
  });

  test('what was stored before there were more parts is read as it was', () => {
    const old = { answer: 'no', reason: 'fewer-hours', note: '' };
    expect(providerAnswer.parse(old)).toEqual(old);
    const condition = { answer: 'yes-if', condition: 'A ramp', visit: true, note: '' };
    expect(providerAnswer.parse(condition)).toEqual(condition);
  });

  test.each<[Fields, unknown]>([
    [
      { band: '2', places: '3' },
      { vacancy: { band: '2', places: 3 }, offers: [] },
    ],
    [
      { band: '0-1', places: '۰' },
      { vacancy: { band: '0-1', places: 0 }, offers: [] },
    ],
    [{ offers: 'hoist' }, { vacancy: null, offers: ['hoist'] }],
    [{ offers: 'teleport', band: '2' }, noFacts],
  ])('%j is what the directory can learn', (typed, facts) => {
    expect(parse({ answer: 'visit-first', ...typed })).toMatchObject({ value: { facts } });
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
  [{ answer: 'waiting-list' }, ['wait wait.missing']],
  [{ answer: 'visit-first', places: '3' }, ['band facts.bandMissing']],
  [{ answer: 'visit-first', band: '2', places: 'three' }, ['places facts.wrong']],
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
