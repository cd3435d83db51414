import { describe, expect, test } from 'vitest';
import { stepForms } from '#brokerage/ask/step-forms.ts';
import { askSteps, type AskStep } from '#brokerage/ask/steps.ts';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { parseTyped, type Typed } from '#platform/http/form.ts';
import { openTestApp } from '../support/test-app.ts';
import { sampleFamily, typedAnswers } from '../support/family.ts';

const today = '2026-11-23';
const parse = (step: AskStep, typed: Typed) => parseTyped<unknown>(stepForms(today)[step], typed);
const valueOf = (step: AskStep, typed: Typed): unknown => {
  const parsed = parse(step, typed);
  return parsed.ok ? parsed.value : parsed.problems;
};
/** The fields in question, each with its problem's key. */
const problemsOf = (step: AskStep, typed: Typed): readonly string[] => {
  const parsed = parse(step, typed);
  return parsed.ok ? [] : parsed.problems.map(({ field, key }) => `${field} ${key}`);
};

test('the sample family’s answers are understood as they were meant', () => {
  for (const step of askSteps)
    expect(valueOf(step, typedAnswers[step])).toEqual(sampleFamily[step]);
});

test.each<[AskStep, readonly string[]]>([
  ['about', ['relation brokerage:about.relation.missing']],
  [
    'contact',
    ['channel brokerage:contact.channel.missing', 'speaks brokerage:contact.speaks.missing'],
  ],
  ['child', ['month brokerage:child.born.missing']],
  ['needs', []],
  ['times', ['slots brokerage:times.slots.missing']],
  ['place', ['postcode brokerage:place.postcode.missing', 'miles brokerage:place.miles.missing']],
  ['tried', []],
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

  test('what was not ticked is a no', () => {
    expect(valueOf('contact', base)).toMatchObject({ voicemail: false, interpreter: false });
    const ticked = { ...base, voicemail: ['yes'], interpreter: ['yes'] };
    expect(valueOf('contact', ticked)).toMatchObject({ voicemail: true, interpreter: true });
  });
});

test.each(['M33 2DH', 'm33 2dh', 'M332DH', ' m33-2dh ', 'M 3 3 2 D H', 'm33.2dh'])(
  'the postcode %j is M33 2DH',
  (postcode) => {
    const typed = { postcode: [postcode], miles: ['10'] };
    expect(valueOf('place', typed)).toEqual({ postcode: 'M33 2DH', miles: 10 });
  },
);

test.each(['M33', 'Sale', '12345', 'M33 2D', '😀', 'M33 2DH'.repeat(20)])(
  '%j is no full postcode',
  (postcode) => {
    const problems = ['postcode brokerage:place.postcode.wrong'];
    expect(problemsOf('place', { postcode: [postcode], miles: ['3'] })).toEqual(problems);
  },
);

test.each<[AskStep, string, number, string]>([
  ['about', 'name', 80, 'brokerage:about.name.tooLong'],
  ['needs', 'text', 2000, 'brokerage:needs.text.tooLong'],
  ['tried', 'text', 2000, 'brokerage:tried.text.tooLong'],
])('%s: %s may be %i characters long, and no more', (step, field, longest, key) => {
  const typed = (count: number) => ({ relation: ['parent'], [field]: ['x'.repeat(count)] });
  expect(problemsOf(step, typed(longest))).toEqual([]);
  expect(problemsOf(step, typed(longest + 1))).toEqual([`${field} ${key}`]);
});

test('choices that are not offered are not chosen', () => {
  expect(problemsOf('about', { relation: ['aunt'] })).toHaveLength(1);
  expect(problemsOf('place', { postcode: ['M33 2DH'], miles: ['100'] })).toHaveLength(1);
  expect(problemsOf('sharing', { share: ['everything'] })).toHaveLength(1);
  expect(valueOf('needs', { groups: ['health', 'x', 'equipment'] })).toMatchObject({
    groups: inclusionGroups.filter((group) => group === 'health' || group === 'equipment'),
  });
});

test('every problem has words', () => {
  const { t } = openTestApp().as({ kind: 'public' }).words;
  for (const step of askSteps) {
    const parsed = parse(step, {});
    for (const { key } of parsed.ok ? [] : parsed.problems) expect(t(key)).toMatch(/^[A-Z].* /);
  }
});
