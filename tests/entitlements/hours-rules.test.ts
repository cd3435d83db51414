import { describe, expect, test } from 'vitest';
import type { Adult, Child, FamilyCircumstances } from '#entitlements/circumstances.ts';
import { fundedHoursOn, stretchedHours } from '#entitlements/funded-hours.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';
import {
  atHome,
  childBorn,
  family,
  lineOf,
  linesOf,
  reference,
  today,
  worker,
} from './sample-family.ts';

const spans = (...args: Parameters<typeof linesOf>) =>
  linesOf(...args).map(({ from, until, hoursPerWeek }) => [from, until, hoursPerWeek]);
const of = (child: Partial<Child>, details: Partial<FamilyCircumstances> = {}) =>
  family({ children: [childBorn('2024-02', child)], ...details });

describe('everyone’s hours at three and four', () => {
  test.each([
    ['2024-01', '2027-04-01', '2028-08-31'],
    ['2024-03', '2027-04-01', '2028-08-31'],
    ['2024-04', '2027-09-01', '2028-08-31'],
    ['2024-08', '2027-09-01', '2028-08-31'],
    ['2024-09', '2028-01-01', '2029-08-31'],
    ['2024-12', '2028-01-01', '2029-08-31'],
  ])('born in %s: from %s until %s, whatever the family does', (born, from, until) => {
    const line = lineOf('universal', family({ children: [childBorn(born)], adults: [atHome] }));
    expect(line).toMatchObject({ verdict: 'yes', from, until, hoursPerWeek: 15, needsForm: false });
  });
});

describe('working parents’ hours', () => {
  test.each([
    ['2025-12', '2027-01-01', 'turns nine months in September'],
    ['2026-03', '2027-01-01', 'turns nine months in December'],
    ['2026-04', '2027-04-01', 'turns nine months in January'],
    ['2026-06', '2027-04-01', 'turns nine months in March'],
    ['2026-07', '2027-09-01', 'turns nine months in April'],
    ['2026-11', '2027-09-01', 'turns nine months in August'],
    ['2025-11', '2027-01-01', 'could have begun in September, but has no code'],
  ])('born in %s: from %s (%s)', (born, from) => {
    const [first] = linesOf('working-parents', family({ children: [childBorn(born)] }));
    expect(first).toMatchObject({ verdict: 'yes', from, hoursPerWeek: 30 });
    expect(first?.why).toContain('codeBeforeTerm');
  });

  test.each([
    ['2026-12-31', '2027-01-01', '2026-12-31'],
    ['2027-01-01', '2027-04-01', '2027-03-31'],
    ['2027-03-31', '2027-04-01', '2027-03-31'],
    ['2027-04-01', '2027-09-01', '2027-08-31'],
    ['2027-08-31', '2027-09-01', '2027-08-31'],
    ['2027-09-01', '2028-01-01', '2027-12-31'],
  ])('asked for on %s they begin on %s, with a code by %s', (day, from, by) => {
    const line = lineOf('working-parents', family({ children: [childBorn('2026-01')] }), day);
    expect(line).toMatchObject({ from, apply: { by } });
  });

  test('30 until three, then 15 besides everyone’s 15, until reception', () => {
    expect(spans('working-parents', family({ children: [childBorn('2025-10')] }))).toEqual([
      ['2027-01-01', '2028-12-31', 30],
      ['2029-01-01', '2030-08-31', 15],
    ]);
  });

  test('both schemes at two: 15 with extra support, kept if work stops, and 15 for work', () => {
    const both = of({ born: '2025-10', dla: 'yes' });
    expect(spans('working-parents', both)).toEqual([
      ['2027-01-01', '2027-12-31', 30],
      ['2028-01-01', '2028-12-31', 15],
      ['2029-01-01', '2030-08-31', 15],
    ]);
    expect(spans('two-year-olds', both)).toEqual([['2028-01-01', '2028-12-31', 15]]);
    const timeline = timelineOf(both, today, reference);
    const hours = ['2027-06-01', '2028-06-01', '2029-06-01', '2030-09-01'].map((day) =>
      fundedHoursOn(timeline, 'a', day),
    );
    expect(hours).toEqual([30, 30, 30, 30]);
    expect(linesOf('working-parents', both)[1]?.why).toContain('bothSchemesAtTwo');
  });

  test('one may ask 16 weeks before nine months', () => {
    const line = lineOf('working-parents', family({ children: [childBorn('2026-07')] }));
    // Born on the last of July: nine months on 30 April 2027, 112 days before.
    expect(line.apply).toEqual({ from: '2027-01-08', by: '2027-08-31' });
  });

  const tests: readonly [string, Partial<Adult>, 'yes' | 'perhaps' | 'no'][] = [
    ['works and earns enough', {}, 'yes'],
    ['earns too little', { earnsMinimum: 'no' }, 'no'],
    ['is not sure of earning enough', { earnsMinimum: 'not-sure' }, 'perhaps'],
    ['earns too much', { overLimit: 'yes' }, 'no'],
    ['is not sure of earning too much', { overLimit: 'not-sure' }, 'perhaps'],
    ['is self-employed', { work: 'self-employed' }, 'yes'],
    ['is self-employed and earns too little', { work: 'self-employed', earnsMinimum: 'no' }, 'no'],
    ['is in the first 12 months', { work: 'new-self-employed', earnsMinimum: 'no' }, 'yes'],
    [
      'is newly self-employed and earns too much',
      { work: 'new-self-employed', overLimit: 'yes' },
      'no',
    ],
    ['does not work', { work: 'none' }, 'no'],
    ['is not sure of work', { work: 'not-sure' }, 'perhaps'],
    ['has a benefit instead of work, alone', { work: 'benefit' }, 'no'],
    ['is on leave for another child', { work: 'leave', leaveFor: 'b' }, 'yes'],
    ['is on leave for this child, who knows how long', { work: 'leave', leaveFor: 'a' }, 'perhaps'],
    ['starts a job, who knows when', { work: 'starting' }, 'perhaps'],
  ];
  test.each(tests)('a parent who %s', (_name, adult, verdict) => {
    expect(lineOf('working-parents', family({ adults: [{ ...worker, ...adult }] })).verdict).toBe(
      verdict,
    );
  });

  test('of two parents both have to work, or one has a benefit for illness or caring instead', () => {
    const verdictOf = (...adults: Adult[]) => lineOf('working-parents', family({ adults })).verdict;
    const benefit: Adult = { ...worker, work: 'benefit', earnsMinimum: 'no' };
    expect(verdictOf(worker, worker)).toBe('yes');
    expect(verdictOf(worker, atHome)).toBe('no');
    expect(verdictOf(worker, benefit)).toBe('yes');
    expect(verdictOf(benefit, benefit)).toBe('no');
    expect(verdictOf(worker, { ...benefit, overLimit: 'yes' })).toBe('no');
    expect(verdictOf({ ...worker, work: 'not-sure' }, benefit)).toBe('perhaps');
  });

  test.each([
    ['2026-09-30', '2027-01-01'],
    ['2027-01-31', '2027-01-01'],
    ['2027-02-01', '2027-04-01'],
    ['2027-04-30', '2027-04-01'],
    ['2027-05-01', '2027-09-01'],
  ])('a job that starts on %s gives the term of %s', (startsOn, from) => {
    const starter: Adult = { ...worker, work: 'starting', startsOn };
    const line = lineOf('working-parents', family({ adults: [starter] }));
    expect(line).toMatchObject({ verdict: 'yes', from, isConfirmed: false });
    const back: Adult = { ...worker, work: 'leave', leaveFor: 'a', startsOn };
    expect(lineOf('working-parents', family({ adults: [back] })).from).toBe(from);
  });

  test('who has a code goes on from the term of age, and asks for nothing', () => {
    const line = lineOf('working-parents', family({ hasCode: 'yes' }));
    expect(line).toMatchObject({ verdict: 'yes', from: '2025-01-01', apply: null });
  });

  test('a foster child’s go through the social worker; kinship carers count as parents', () => {
    const fostered = lineOf('working-parents', of({ care: 'fostered' }));
    expect(fostered).toMatchObject({ verdict: 'perhaps', decides: ['socialWorker'] });
    expect(lineOf('working-parents', of({ care: 'kinship' })).verdict).toBe('yes');
  });

  test('the grace period: hours go on where they are, none begin', () => {
    const stopped = { adults: [atHome], stoppedQualifyingOn: '2026-10-22' };
    const using = lineOf('working-parents', family({ ...stopped, hasCode: 'yes' }));
    expect(using).toMatchObject({ verdict: 'yes', until: '2027-03-31', apply: null });
    expect(using.why).toEqual(['grace']);
    const sooner = { ...stopped, hasCode: 'yes', stoppedQualifyingOn: '2026-10-21' } as const;
    expect(lineOf('working-parents', family(sooner)).until).toBe('2026-12-31');
    expect(lineOf('working-parents', family(sooner), '2027-01-01').verdict).toBe('no');
    const tooYoung = family({ ...stopped, hasCode: 'yes', children: [childBorn('2026-02')] });
    expect(lineOf('working-parents', tooYoung)).toMatchObject({
      verdict: 'no',
      why: ['graceNoNewPlace'],
    });
    expect(lineOf('working-parents', family(stopped)).verdict).toBe('no');
  });
});

describe('hours for 2-year-olds with extra support', () => {
  const reasons: readonly [string, Partial<Child>, Partial<FamilyCircumstances>, string][] = [
    [
      'Universal Credit and low earnings',
      {},
      { universalCredit: 'yes', lowEarnings: 'yes' },
      'yes',
    ],
    ['Universal Credit and higher earnings', {}, { universalCredit: 'yes' }, 'no'],
    [
      'Universal Credit, earnings not sure',
      {},
      { universalCredit: 'yes', lowEarnings: 'not-sure' },
      'perhaps',
    ],
    ['an education, health and care plan', { ehcPlan: 'yes' }, {}, 'yes'],
    ['Disability Living Allowance', { dla: 'yes' }, {}, 'yes'],
    ['being looked after', { care: 'fostered' }, {}, 'yes'],
    ['having left care', { care: 'left-care' }, {}, 'yes'],
    ['kinship care without an order', { care: 'kinship' }, {}, 'no'],
    ['support for asylum seekers', {}, { asylumSupport: 'yes' }, 'yes'],
    ['no recourse and low income', {}, { noRecourse: 'yes', lowIncomeNoRecourse: 'yes' }, 'yes'],
    ['no recourse and higher income', {}, { noRecourse: 'yes' }, 'no'],
    ['nothing of all this', {}, {}, 'no'],
  ];
  test.each(reasons)('%s', (_name, child, details, verdict) => {
    const line = lineOf('two-year-olds', of({ born: '2025-02', ...child }, details));
    expect(line.verdict).toBe(verdict);
    if (verdict === 'yes') {
      expect(line).toMatchObject({ from: '2027-04-01', until: '2028-03-31', hoursPerWeek: 15 });
      expect(line.why).toContain('keptOnceFound');
    }
  });

  test('limits that nobody confirmed are said to be so', () => {
    const line = lineOf('two-year-olds', of({}, { noRecourse: 'yes', lowIncomeNoRecourse: 'yes' }));
    expect(line.isConfirmed).toBe(false);
  });
});

test('stretched, the hours of a year are the same: 1,140 over 51 weeks are about 22', () => {
  expect(stretchedHours(1140, 51)).toBeCloseTo(22.35, 2);
  expect(stretchedHours(570, 38)).toBe(15);
  expect(stretchedHours(570, 0)).toBe(0);
});
