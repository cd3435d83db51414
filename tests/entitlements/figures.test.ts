import { describe, expect, test } from 'vitest';
import { agedFigures, endedFigures, lastDayOfYear } from '#entitlements/aged-figures.ts';
import { fillFigures } from '#entitlements/fill-figures.ts';
import { figure, neededFigure, type FigureKey } from '#entitlements/figures.ts';
import { formatFigure } from '#entitlements/format-figure.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { systemClock } from '#platform/clock.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { join } from 'node:path';
import { reference } from './sample-family.ts';

const day = '2026-11-22';
const words = openCatalogue(join(import.meta.dirname, '../../content/locales'), ['en', 'pl', 'ur']);

type Cell = readonly [key: FigureKey, value: number, confidence: 'confirmed' | 'unconfirmed'];

/** Every figure that the shelf's tables of hours and money give for 2026 to 2027. */
const cells: readonly Cell[] = [
  ['universal.hoursPerWeek', 15, 'confirmed'],
  ['universal.weeksPerYear', 38, 'confirmed'],
  ['universal.hoursPerYear', 570, 'confirmed'],
  ['universal.fromAge', 36, 'confirmed'],
  ['two-year-olds.hoursPerWeek', 15, 'confirmed'],
  ['two-year-olds.weeksPerYear', 38, 'confirmed'],
  ['two-year-olds.hoursPerYear', 570, 'confirmed'],
  ['two-year-olds.fromAge', 24, 'confirmed'],
  ['two-year-olds.incomeLimit', 15_400_00, 'confirmed'],
  ['two-year-olds.incomeOnePeriod', 1_283_34, 'confirmed'],
  ['two-year-olds.incomeTwoPeriods', 2_566_67, 'confirmed'],
  ['two-year-olds.incomeThreePeriods', 3_850_00, 'confirmed'],
  ['two-year-olds.nrpfLimitOne', 26_500_00, 'unconfirmed'],
  ['two-year-olds.nrpfLimitMore', 30_600_00, 'unconfirmed'],
  ['two-year-olds.nrpfLimitOneLondon', 34_500_00, 'unconfirmed'],
  ['two-year-olds.nrpfLimitMoreLondon', 38_600_00, 'unconfirmed'],
  ['two-year-olds.savingsLimit', 16_000_00, 'unconfirmed'],
  ['working-parents.hoursPerWeek', 30, 'confirmed'],
  ['working-parents.hoursPerWeekExtra', 15, 'confirmed'],
  ['working-parents.weeksPerYear', 38, 'confirmed'],
  ['working-parents.hoursPerYear', 1140, 'confirmed'],
  ['working-parents.fromAge', 9, 'confirmed'],
  ['working-parents.workHours', 16, 'confirmed'],
  ['working-parents.incomeLimit', 100_000_00, 'confirmed'],
  ['working-parents.wageHourly21', 12_71, 'confirmed'],
  ['working-parents.wageHourly18', 10_85, 'unconfirmed'],
  ['working-parents.wageHourlyYoung', 8_00, 'unconfirmed'],
  ['working-parents.wageHourlyApprentice', 8_00, 'confirmed'],
  ['working-parents.minimumWeekly21', 203_36, 'unconfirmed'],
  ['working-parents.minimumWeekly18', 173_60, 'unconfirmed'],
  ['working-parents.minimumWeeklyYoung', 128_00, 'unconfirmed'],
  ['working-parents.minimumQuarterly21', 2_643_00, 'unconfirmed'],
  ['working-parents.minimumQuarterly18', 2_256_00, 'unconfirmed'],
  ['working-parents.minimumQuarterlyYoung', 1_664_00, 'unconfirmed'],
  ['working-parents.minimumYearly21', 10_574_00, 'unconfirmed'],
  ['working-parents.minimumYearly18', 9_027_00, 'unconfirmed'],
  ['working-parents.minimumYearlyYoung', 6_656_00, 'unconfirmed'],
  ['working-parents.applyWeeksBefore', 16, 'confirmed'],
  ['working-parents.reconfirmMonths', 3, 'confirmed'],
  ['working-parents.codeDigits', 11, 'confirmed'],
  ['working-parents.selfEmployedMonths', 12, 'confirmed'],
  ['disability-access-fund.yearly', 975_00, 'confirmed'],
  ['early-years-pupil-premium.hourly', 1_15, 'unconfirmed'],
  ['early-years-pupil-premium.hoursPerWeek', 15, 'unconfirmed'],
  ['early-years-pupil-premium.yearly', 655_50, 'unconfirmed'],
  ['tax-free-childcare.topUpPercent', 20, 'confirmed'],
  ['tax-free-childcare.yearly', 2_000_00, 'confirmed'],
  ['tax-free-childcare.quarterly', 500_00, 'confirmed'],
  ['tax-free-childcare.yearlyDisabled', 4_000_00, 'confirmed'],
  ['tax-free-childcare.quarterlyDisabled', 1_000_00, 'confirmed'],
  ['tax-free-childcare.untilAge', 11, 'confirmed'],
  ['tax-free-childcare.untilAgeDisabled', 16, 'confirmed'],
  ['universal-credit.percent', 85, 'confirmed'],
  ['universal-credit.monthlyOne', 1_071_09, 'confirmed'],
  ['universal-credit.monthlyMore', 1_836_16, 'confirmed'],
  ['universal-credit.untilAge', 16, 'unconfirmed'],
  ['care-to-learn.weekly', 180_00, 'unconfirmed'],
  ['care-to-learn.weeklyLondon', 195_00, 'unconfirmed'],
  ['care-to-learn.underAge', 20, 'confirmed'],
  ['childcare-grant.percent', 85, 'unconfirmed'],
  ['childcare-grant.weeklyOne', 199_62, 'unconfirmed'],
  ['childcare-grant.weeklyMore', 342_24, 'unconfirmed'],
  ['childcare-grant.incomeOne', 20_107_23, 'unconfirmed'],
  ['childcare-grant.incomeMore', 28_914_47, 'unconfirmed'],
  ['childcare-grant.underAge', 15, 'unconfirmed'],
  ['childcare-grant.underAgeSen', 17, 'unconfirmed'],
  ['parents-learning-allowance.yearly', 2_024_00, 'unconfirmed'],
  ['parents-learning-allowance.incomeLimit', 18_957_98, 'unconfirmed'],
  ['healthy-start.untilAge', 4, 'confirmed'],
  ['healthy-start.mothersUnder', 18, 'confirmed'],
  ['holiday-activities.othersPercent', 15, 'confirmed'],
];

describe('the figures of 2026 to 2027', () => {
  test.each(cells)('%s is %d, %s', (key, value, confidence) => {
    expect(figure(reference, key, day)).toMatchObject({ value, confidence });
  });

  test('are all of them: what is not in the table is not in the files', () => {
    const known = [...reference.schemes.values()].flatMap(({ scheme, figures }) =>
      Object.keys(figures).map((name) => `${scheme}.${name}`),
    );
    expect(known.sort()).toEqual(cells.map(([key]) => key as string).sort());
  });

  test.each<[FigureKey, string, number | undefined]>([
    ['working-parents.minimumQuarterly21', '2026-03-31', 2_539_00],
    ['working-parents.minimumQuarterly18', '2026-03-31', 2_080_00],
    ['working-parents.minimumQuarterlyYoung', '2026-03-31', 1_570_00],
    ['working-parents.minimumQuarterly21', '2026-04-01', 2_643_00],
    ['disability-access-fund.yearly', '2026-03-31', 938_00],
    ['disability-access-fund.yearly', '2026-04-01', 975_00],
    ['universal-credit.monthlyOne', '2026-04-05', undefined],
    ['universal-credit.monthlyOne', '2026-04-06', 1_071_09],
    ['universal-credit.monthlyOne', '2027-04-05', 1_071_09],
    ['universal-credit.monthlyOne', '2027-04-06', undefined],
    ['universal.noSuchFigure', day, undefined],
  ])('%s on %s: %s', (key, on, value) => expect(figure(reference, key, on)?.value).toBe(value));

  test('sums agree: hours of a year, the wage of 16 hours, four quarters', () => {
    const valueOf = (key: FigureKey) => neededFigure(reference, key, day);
    for (const scheme of ['universal', 'two-year-olds', 'working-parents'] as const) {
      expect(valueOf(`${scheme}.hoursPerWeek`) * valueOf(`${scheme}.weeksPerYear`)).toBe(
        valueOf(`${scheme}.hoursPerYear`),
      );
    }
    for (const age of ['21', '18', 'Young']) {
      const weekly =
        valueOf(`working-parents.wageHourly${age}`) * valueOf('working-parents.workHours');
      expect(valueOf(`working-parents.minimumWeekly${age}`)).toBe(weekly);
      expect(
        Math.abs(valueOf(`working-parents.minimumQuarterly${age}`) - weekly * 13),
      ).toBeLessThan(100);
      expect(Math.abs(valueOf(`working-parents.minimumYearly${age}`) - weekly * 52)).toBeLessThan(
        100,
      );
    }
    for (const kind of ['', 'Disabled']) {
      expect(valueOf(`tax-free-childcare.quarterly${kind}`) * 4).toBe(
        valueOf(`tax-free-childcare.yearly${kind}`),
      );
    }
  });

  test('no two entries of one figure are in force on the same day', () => {
    for (const { figures } of reference.schemes.values()) {
      for (const entries of Object.values(figures)) {
        const sorted = [...entries].sort((one, other) =>
          one.effectiveFrom.localeCompare(other.effectiveFrom),
        );
        for (const [place, { effectiveTo }] of sorted.entries()) {
          const next = sorted[place + 1];
          if (next) expect((effectiveTo ?? '9999') < next.effectiveFrom).toBe(true);
        }
      }
    }
  });
});

describe('figures age', () => {
  test('today none is past its year, or was checked more than 120 days ago', () => {
    const now = londonDay(systemClock.now());
    const late = agedFigures(reference, now).filter(({ reason }) => reason !== 'check-soon');
    expect([late, endedFigures(reference, now)]).toEqual([[], []]);
  });

  test.each([
    ['2027-02-20', 'universal.hoursPerWeek', undefined],
    ['2027-02-21', 'universal.hoursPerWeek', 'check-soon'],
    ['2027-03-22', 'universal.hoursPerWeek', 'check-soon'],
    ['2027-03-23', 'universal.hoursPerWeek', 'checked-too-long-ago'],
    ['2027-04-01', 'universal.hoursPerWeek', 'past-its-year'],
    ['2027-04-05', 'tax-free-childcare.yearly', 'checked-too-long-ago'],
    ['2027-04-06', 'tax-free-childcare.yearly', 'past-its-year'],
    ['2027-08-31', 'terms.grace', 'checked-too-long-ago'],
    ['2027-09-01', 'terms.grace', 'past-its-year'],
  ])('on %s %s is %s', (on, key, reason) => {
    expect(agedFigures(reference, on).find((aged) => aged.key === key)?.reason).toBe(reason);
  });

  test('a figure that has ended with nothing after it is found', () => {
    expect(endedFigures(reference, '2027-03-31')).toEqual([]);
    expect(endedFigures(reference, '2027-04-06')).toContain('universal-credit.monthlyOne');
  });

  test.each([
    ['tax', '2027-04-05'],
    ['funding', '2027-03-31'],
    ['academic', '2027-08-31'],
  ] as const)('a %s year ends on %s', (yearKind, end) =>
    expect(lastDayOfYear({ year: '2026-27', yearKind })).toBe(end),
  );
});

describe('a figure in words', () => {
  const english = words.speak('en');
  test.each([
    ['universal-credit.monthlyOne', '£1,071.09'],
    ['disability-access-fund.yearly', '£975'],
    ['working-parents.incomeLimit', '£100,000'],
    ['working-parents.fromAge', '9 months'],
    ['two-year-olds.fromAge', '2 years'],
    ['universal.hoursPerWeek', '15'],
    ['working-parents.hoursPerYear', '1,140'],
    ['tax-free-childcare.topUpPercent', '20%'],
    ['care-to-learn.underAge', '20'],
  ] as const)('%s is %s', (key, text) => {
    const found = figure(reference, key, day);
    expect(found && formatFigure(english, found)).toBe(text);
  });

  test('in Polish and Urdu as they write it', () => {
    const fund = figure(reference, 'disability-access-fund.yearly', day);
    const age = figure(reference, 'working-parents.fromAge', day);
    const said = (['pl', 'ur'] as const).map((code) =>
      [fund, age].map((found) => found && formatFigure(words.speak(code), found)),
    );
    expect(said.map(([money]) => money?.replace(/[^\d,.]/g, ''))).toEqual(['975', '975']);
    expect(said[0]?.[1]).toBe('9 miesięcy');
    expect(said[1]?.[1]).toContain('9');
  });

  test('fills a text, and says what is unconfirmed or missing', () => {
    const text =
      '{figure:universal.hoursPerWeek} hours, {figure:care-to-learn.weekly}, {figure:universal.none}';
    const filled = fillFigures(text, english, reference, day);
    expect(filled.text).toBe('15 hours, £180, {figure:universal.none}');
    expect(filled.unconfirmed).toHaveLength(1);
    expect(filled.missing).toEqual(['universal.none']);
  });
});
