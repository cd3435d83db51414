import { describe, expect, test } from 'vitest';
import { knownAt, questionOf } from '#brokerage/answer-question.ts';
import { askSteps, pathOf, type AskStep } from '#brokerage/ask/steps.ts';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { parseTyped, type Typed } from '#platform/http/form.ts';
import { openTestApp } from '../support/test-app.ts';
import { sampleSteps } from '../support/family.ts';

const today = '2026-11-23';
const parse = (step: AskStep, typed: Typed) =>
  parseTyped<unknown>(questionOf(step).form(knownAt(sampleSteps, step, today)), typed);
const valueOf = (step: AskStep, typed: Typed): unknown => {
  const parsed = parse(step, typed);
  return parsed.ok ? parsed.value : parsed.problems;
};
/** The fields in question, each with its problem's key. */
const problemsOf = (step: AskStep, typed: Typed): readonly string[] => {
  const parsed = parse(step, typed);
  return parsed.ok ? [] : parsed.problems.map(({ field, key }) => `${field} ${key}`);
};

test.each<[AskStep, readonly string[]]>([
  ['wish', ['wish brokerage:wish.missing']],
  ['question', ['text brokerage:question.missing']],
  ['about', ['relation brokerage:about.relation.missing']],
  [
    'agreement',
    [
      'givenBy brokerage:agreement.givenBy.missing',
      'how brokerage:agreement.how.missing',
      'role brokerage:agreement.role.missing',
    ],
  ],
  [
    'contact',
    ['channel brokerage:contact.channel.missing', 'speaks brokerage:contact.speaks.missing'],
  ],
  ['reach', []],
  ['children', ['month brokerage:child.born.missing']],
  ['needs-1', []],
  ['care-1', []],
  ['start', ['when brokerage:start.when.missing']],
  ['times', ['slots brokerage:times.slots.missing']],
  ['kinds', []],
  ['place', ['postcode brokerage:place.postcode.missing', 'miles brokerage:place.miles.missing']],
  ['money', []],
  ['tried', []],
  ['helpers', []],
  ['sharing', ['share brokerage:sharing.share.missing']],
])('%s left empty', (step, problems) => {
  expect(problemsOf(step, {})).toEqual(problems);
});

describe('how to reach a family', () => {
  const base = { channel: ['email'], email: ['a@example.org'], speaks: ['en'] };

  test.each<[string, Typed, readonly string[]]>([
    ['no address', { email: [''] }, ['email brokerage:contact.email.missing']],
    ['half an address', { email: ['amina@'] }, ['email brokerage:contact.email.wrong']],
    ['two addresses', { email: ['a@b.org, c@d.org'] }, ['email brokerage:contact.email.wrong']],
    [
      'a header in it',
      { email: ['a@b.org\r\nBcc: c@d.org'] },
      ['email brokerage:contact.email.wrong'],
    ],
    [
      'a very long one',
      { email: [`${'a'.repeat(250)}@b.org`] },
      ['email brokerage:contact.email.wrong'],
    ],
    ['a wrong number too', { phone: ['12'] }, ['phone brokerage:contact.phone.wrong']],
    ['no number to phone', { channel: ['phone'] }, ['phone brokerage:contact.phone.missing']],
    ['no number to text', { channel: ['text'] }, ['phone brokerage:contact.phone.missing']],
    [
      'a word for a number',
      { channel: ['phone'], phone: ['later'] },
      ['phone brokerage:contact.phone.wrong'],
    ],
    ['an endless number', { phone: ['1'.repeat(41)] }, ['phone brokerage:contact.phone.wrong']],
    [
      'a phone, and a wrong address beside it',
      { channel: ['phone'], phone: ['0161 496 0123'], email: ['amina@'] },
      ['email brokerage:contact.email.wrong'],
    ],
    ['no such language', { speaks: ['English'] }, ['speaks brokerage:contact.speaks.missing']],
    ['pigeon post', { channel: ['pigeon'] }, ['channel brokerage:contact.channel.missing']],
    ['a long name', { name: ['x'.repeat(81)] }, ['name brokerage:contact.name.tooLong']],
  ])('%s', (_name, typed, problems) => {
    expect(problemsOf('contact', { ...base, ...typed })).toEqual(problems);
  });

  test.each([
    '0161 496 0123',
    '(0161) 496-0123',
    '01614960123',
    '+44 161 496 0123',
    '07700 900 123',
    '+923001234567',
  ])('%s is a number somebody can phone', (phone) => {
    expect(problemsOf('contact', { ...base, channel: ['phone'], phone: [phone] })).toEqual([]);
  });

  test('what was not said is not sure, and never a yes', () => {
    expect(valueOf('reach', {})).toEqual({ times: [], voicemail: 'not-sure', help: [], note: '' });
    expect(valueOf('sharing', { share: ['all'] })).toMatchObject({ team: false, kinds: [] });
    expect(valueOf('helpers', { name: ['Ms Hill'], contact: [''] })).toMatchObject([
      { role: 'other', mayAsk: 'no' },
    ]);
  });
});

test.each(['M33 2DH', 'm33 2dh', 'M332DH', ' m33-2dh ', 'M 3 3 2 D H', 'm33.2dh'])(
  'the postcode %j is M33 2DH',
  (postcode) => {
    const typed = { postcode: [postcode], miles: ['10'], otherPostcode: [postcode] };
    expect(valueOf('place', typed)).toMatchObject({
      ...{ postcode: 'M33 2DH', miles: 10, otherPostcode: 'M33 2DH' },
    });
  },
);

test.each(['M33', 'Sale', '12345', 'M33 2D', '😀', 'M33 2DH'.repeat(20)])(
  '%j is no full postcode',
  (postcode) => {
    const problems = ['postcode brokerage:place.postcode.wrong'];
    expect(problemsOf('place', { postcode: [postcode], miles: ['3'] })).toEqual(problems);
    const other = { postcode: ['M33 2DH'], miles: ['3'], otherPostcode: [postcode] };
    expect(problemsOf('place', other)).toEqual(['otherPostcode brokerage:place.postcode.wrong']);
  },
);

test.each<[string, number | null]>([
  ['', null],
  ['90', 90],
  [' £90 ', 90],
  ['90.50', 90],
  ['۹۰', 90],
])('%j is a budget of %s pounds', (typed, pounds) => {
  expect(valueOf('money', { weeklyPounds: [typed] })).toMatchObject({ weeklyPounds: pounds });
});

test.each(['ninety', '-1', '9e3', '123456', '90 a day', '<b>9'])('%j is no budget', (typed) => {
  expect(problemsOf('money', { weeklyPounds: [typed] })).toEqual([
    'weeklyPounds brokerage:money.budget.wrong',
  ]);
});

test.each<[AskStep, string, number, Typed, string]>([
  ['question', 'text', 2000, {}, 'brokerage:field.tooLong'],
  ['needs-1', 'text', 2000, {}, 'brokerage:field.tooLong'],
  ['care-1', 'care', 2000, {}, 'brokerage:field.tooLong'],
  ['times', 'note', 2000, { notSure: ['yes'] }, 'brokerage:field.tooLong'],
  ['tried', 'place', 2000, {}, 'brokerage:field.tooLong'],
  ['tried', 'words', 2000, { place: ['A'] }, 'brokerage:field.tooLong'],
  ['children', 'name', 120, { month: ['5'], year: ['2024'] }, 'brokerage:field.tooLongLine'],
  ['helpers', 'name', 120, {}, 'brokerage:field.tooLongLine'],
])('%s: %s may be %i characters long, and no more', (step, field, longest, more, key) => {
  const typed = (count: number) => ({ ...more, [field]: ['x'.repeat(count)] });
  expect(problemsOf(step, typed(longest))).toEqual([]);
  expect(problemsOf(step, typed(longest + 1))).toEqual([`${field} ${key}`]);
});

describe('rows', () => {
  test('of children are understood one by one, and each is complained of by itself', () => {
    const typed = { name: ['A', 'B'], month: ['5', '13'], year: ['2024', '2020'] };
    expect(problemsOf('children', typed)).toEqual(['month-2 brokerage:child.born.wrong']);
    const right = { ...typed, month: ['5', '12'] };
    expect(valueOf('children', right)).toEqual([
      { name: 'A', born: '2024-05' },
      { name: 'B', born: '2020-12' },
    ]);
  });

  test('that were left empty are none', () => {
    const children = { name: ['A', ''], month: ['5', ' '], year: ['2024', ''] };
    expect(valueOf('children', children)).toHaveLength(1);
    const tried = { place: ['', 'Acorn'], reason: ['full', 'cost'], words: ['', ''] };
    expect(valueOf('tried', tried)).toEqual([{ place: 'Acorn', reason: 'cost', words: '' }]);
  });

  test('are no more than the form offers', () => {
    const many = (value: string) => Array.from({ length: 40 }, () => value);
    const children = { name: many('A'), month: many('5'), year: many('2024') };
    expect(valueOf('children', children)).toHaveLength(6);
    expect(valueOf('tried', { place: many('Acorn') })).toHaveLength(8);
  });
});

test('choices that are not offered are not chosen', () => {
  expect(problemsOf('about', { relation: ['aunt'] })).toHaveLength(1);
  expect(problemsOf('place', { postcode: ['M33 2DH'], miles: ['100'] })).toHaveLength(1);
  expect(problemsOf('sharing', { share: ['everything'] })).toHaveLength(1);
  expect(valueOf('needs-1', { groups: ['health', 'x', 'equipment'] })).toMatchObject({
    groups: inclusionGroups.filter((group) => group === 'health' || group === 'equipment'),
  });
});

test('every problem has words, and every question a title of its own', () => {
  const { words } = openTestApp().as({ kind: 'public' });
  for (const step of askSteps) {
    const parsed = parse(step, {});
    for (const { key } of parsed.ok ? [] : parsed.problems)
      expect(words.t(key)).toMatch(/^[A-Z].* /);
  }
  const titles = pathOf(sampleSteps).map((step) =>
    questionOf(step).title(words, knownAt(sampleSteps, step, today)),
  );
  expect(new Set(titles).size).toBe(titles.length);
});
