import { describe, expect, test } from 'vitest';
import type { Adult, Child, FamilyCircumstances } from '#entitlements/circumstances.ts';
import { amountsOf } from '#entitlements/amounts-of.ts';
import { timelineOf, withoutForm } from '#entitlements/timeline-of.ts';
import { atHome, childBorn, family, lineOf, reference, today, worker } from './sample-family.ts';

const of = (child: Partial<Child>, details: Partial<FamilyCircumstances> = {}) =>
  family({ children: [childBorn('2024-02', child)], ...details });

describe('help with costs', () => {
  test('Tax-Free Childcare is for working parents without Universal Credit or vouchers', () => {
    const verdictOf = (...args: Parameters<typeof of>) =>
      lineOf('tax-free-childcare', of(...args)).verdict;
    expect(verdictOf({})).toBe('yes');
    expect(verdictOf({}, { universalCredit: 'yes' })).toBe('no');
    expect(verdictOf({}, { universalCredit: 'not-sure' })).toBe('perhaps');
    expect(verdictOf({}, { vouchers: 'yes' })).toBe('no');
    expect(verdictOf({}, { adults: [atHome] })).toBe('no');
    expect(verdictOf({ care: 'fostered' })).toBe('no');
  });

  test.each([
    ['2015-08', 'no', 'yes'],
    ['2015-09', 'yes', 'yes'],
    ['2010-08', 'no', 'no'],
    ['2010-09', 'no', 'yes'],
  ])('born in %s: %s, and %s with a disability', (born, plain, disabled) => {
    expect(lineOf('tax-free-childcare', of({ born })).verdict).toBe(plain);
    expect(lineOf('tax-free-childcare', of({ born, dla: 'yes' })).verdict).toBe(disabled);
  });

  test('it ends on 1 September after the eleventh, or sixteenth, birthday', () => {
    expect(lineOf('tax-free-childcare', of({ born: '2020-08' })).until).toBe('2031-09-01');
    expect(lineOf('tax-free-childcare', of({ born: '2020-09' })).until).toBe('2032-09-01');
    expect(lineOf('tax-free-childcare', of({ born: '2020-08', dla: 'yes' })).until).toBe(
      '2036-09-01',
    );
  });

  test('Universal Credit asks for work, not for hours or earnings', () => {
    const verdictOf = (details: Partial<FamilyCircumstances>) =>
      lineOf('universal-credit', family({ universalCredit: 'yes', ...details })).verdict;
    expect(verdictOf({ adults: [{ ...worker, earnsMinimum: 'no' }] })).toBe('yes');
    expect(verdictOf({ adults: [worker, atHome] })).toBe('no');
    expect(verdictOf({ adults: [worker, { ...worker, work: 'benefit' }] })).toBe('yes');
    expect(verdictOf({ adults: [{ ...worker, work: 'not-sure' }] })).toBe('perhaps');
    expect(verdictOf({ universalCredit: 'no' })).toBe('no');
  });

  test('students: Care to Learn under 20 at school or college, grants at university', () => {
    const learner: Adult = { ...atHome, student: 'school-or-college', under20: 'yes' };
    expect(lineOf('care-to-learn', family({ adults: [learner] }))).toMatchObject({
      verdict: 'yes',
      isConfirmed: false,
    });
    expect(
      lineOf('care-to-learn', family({ adults: [{ ...learner, under20: 'no' }] })).verdict,
    ).toBe('no');
    expect(
      lineOf('childcare-grant', family({ adults: [learner], lowStudentIncome: 'yes' })).verdict,
    ).toBe('no');
    const student: Adult = { ...atHome, student: 'university' };
    const home = family({ adults: [student], lowStudentIncome: 'yes' });
    expect(lineOf('childcare-grant', home).verdict).toBe('yes');
    expect(lineOf('parents-learning-allowance', home)).toMatchObject({
      verdict: 'yes',
      child: null,
    });
    expect(lineOf('childcare-grant', { ...home, lowStudentIncome: 'no' }).verdict).toBe('no');
  });

  test('who may have the grant or Tax-Free Childcare, has to choose', () => {
    const adults: Adult[] = [{ ...worker, student: 'university' }];
    const both = family({ adults, lowStudentIncome: 'yes' });
    for (const scheme of ['childcare-grant', 'tax-free-childcare'] as const) {
      expect(lineOf(scheme, both)).toMatchObject({ verdict: 'perhaps', decides: ['choose'] });
    }
  });

  test.each([
    ['2011-12', {}, 'yes'],
    ['2011-11', {}, 'no'],
    ['2009-12', { ehcPlan: 'yes' }, 'yes'],
    ['2009-11', { ehcPlan: 'yes' }, 'no'],
  ] as const)('the grant for a child born in %s (%o): %s', (born, child, verdict) => {
    const adults: Adult[] = [{ ...atHome, student: 'university' }];
    expect(
      lineOf('childcare-grant', of({ born, ...child }, { adults, lowStudentIncome: 'yes' }))
        .verdict,
    ).toBe(verdict);
  });
});

describe('extra money for the place', () => {
  test('DLA and funded hours give the disability access fund, from the first hours on', () => {
    const line = lineOf('disability-access-fund', of({ born: '2026-01', dla: 'yes' }));
    expect(line).toMatchObject({ verdict: 'yes', from: '2027-01-01', until: '2031-03-31' });
    expect(lineOf('disability-access-fund', of({})).verdict).toBe('no');
    expect(lineOf('disability-access-fund', of({ born: '2019-01', dla: 'yes' })).verdict).toBe(
      'no',
    );
  });

  test('the premium follows care, and perhaps a low income; the inclusion fund is the council’s', () => {
    expect(lineOf('early-years-pupil-premium', of({ care: 'left-care' })).verdict).toBe('yes');
    expect(lineOf('early-years-pupil-premium', of({}, { universalCredit: 'yes' })).verdict).toBe(
      'perhaps',
    );
    expect(lineOf('early-years-pupil-premium', of({})).verdict).toBe('no');
    expect(lineOf('senif', of({ extraNeeds: 'yes' }))).toMatchObject({
      verdict: 'perhaps',
      needsForm: false,
    });
    expect(lineOf('senif', of({})).verdict).toBe('no');
  });
});

describe('around school', () => {
  test('a deferred place: hours go on until the child must be in education', () => {
    expect(lineOf('deferred-reception', of({ born: '2022-11' }))).toMatchObject({
      from: '2027-09-01',
      until: '2027-12-31',
      hoursPerWeek: 30,
    });
    const summer = lineOf('deferred-reception', of({ born: '2023-08' }, { adults: [atHome] }));
    expect(summer).toMatchObject({ from: '2027-09-01', until: '2028-08-31', hoursPerWeek: 15 });
    expect(summer.why).toContain('summerBornAskSchool');
  });

  test('clubs in the holidays, care around school, and milk', () => {
    const withCredit = { universalCredit: 'yes' } as const;
    expect(lineOf('holiday-activities', of({ born: '2016-03' }, withCredit)).verdict).toBe(
      'perhaps',
    );
    expect(lineOf('holiday-activities', of({ born: '2016-03' })).verdict).toBe('no');
    expect(lineOf('holiday-activities', of({ born: '2010-08' }, withCredit)).verdict).toBe('no');
    expect(lineOf('holiday-activities', of({ born: '2010-09' }, withCredit)).until).toBe(
      '2027-08-31',
    );
    expect(lineOf('wraparound', of({ born: '2022-10' }))).toMatchObject({
      from: '2027-09-01',
      until: '2034-08-31',
    });
    expect(lineOf('healthy-start', of({ born: '2022-12' }, withCredit)).verdict).toBe('perhaps');
    expect(lineOf('healthy-start', of({ born: '2022-11' }, withCredit)).verdict).toBe('no');
  });
});

test('first comes what is or may be theirs, by date; what needs no form is found by itself', () => {
  const timeline = timelineOf(
    of({ dla: 'yes' }, { universalCredit: 'not-sure' }),
    today,
    reference,
  );
  const kept = timeline.filter(({ verdict }) => verdict !== 'no');
  expect(timeline.slice(0, kept.length)).toEqual(kept);
  const days = kept.map(({ from }) => from ?? '');
  expect(days).toEqual([...days].sort());
  expect(withoutForm(timeline).map(({ scheme }) => scheme)).toEqual(['universal']);
});

test('when the figures of money have ended, the rules still stand', () => {
  const timeline = timelineOf(of({ born: '2029-05' }), '2030-01-10', reference);
  expect(timeline.find(({ scheme }) => scheme === 'universal')).toMatchObject({
    from: '2032-09-01',
  });
});

describe('the amounts that matter to this family', () => {
  const valuesOf = (scheme: Parameters<typeof lineOf>[0], details: Partial<FamilyCircumstances>) =>
    amountsOf({ scheme, child: 'a' }, family(details), today, reference).map(
      ({ figure }) => figure.value / 100,
    );
  const two = [childBorn('2024-02'), childBorn('2022-02', { id: 'b' })];

  test('one child or more, in London or not, with a disability or not', () => {
    expect(valuesOf('universal-credit', {})).toEqual([1071.09]);
    expect(valuesOf('universal-credit', { children: two })).toEqual([1836.16]);
    expect(valuesOf('care-to-learn', { inLondon: 'yes' })).toEqual([195]);
    expect(valuesOf('care-to-learn', { inLondon: 'not-sure' })).toEqual([180, 195]);
    expect(valuesOf('tax-free-childcare', {})).toEqual([2000]);
    const disabled = [childBorn('2024-02', { dla: 'yes' })];
    expect(valuesOf('tax-free-childcare', { children: disabled })).toEqual([4000]);
    expect(valuesOf('two-year-olds', { noRecourse: 'yes' })).toEqual([26_500, 16_000]);
    const more = { noRecourse: 'yes', inLondon: 'yes', children: two } as const;
    expect(valuesOf('two-year-olds', more)).toEqual([38_600, 16_000]);
  });

  test('what has ended is not shown', () => {
    const line = { scheme: 'universal-credit', child: 'a' } as const;
    expect(amountsOf(line, family(), '2027-04-06', reference)).toEqual([]);
  });
});
