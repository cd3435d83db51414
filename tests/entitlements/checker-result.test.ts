import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDownload } from '#entitlements/checker/calendar-download.ts';
import { choices } from '#entitlements/checker/questions.ts';
import { questionsPage } from '#entitlements/checker/questions-page.ts';
import { resultPage } from '#entitlements/checker/result-page.ts';
import { resultView } from '#entitlements/checker/result.view.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import { reference } from './sample-family.ts';

const anybody = { kind: 'public' } as const;
type Said = Readonly<Record<string, string>>;
const form = (said: Said): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(said)) data.append(name, value);
  return data;
};
const lowPaid: Said = {
  ...{ 'month-a': '11', 'year-a': '2024', 'needs-a': 'none', 'care-a': 'own', adults: '1' },
  ...{ 'work-1': 'employed', 'earn-1': 'less', credit: 'low', funds: 'none' },
  ...{ 'study-1': 'no', use: 'none' },
};
function resultOf(app: TestApp, said: Said, language = 'en') {
  const result = resultPage(app.as(anybody, language), form(said));
  if (result === null) throw new Error('There is no result');
  return result;
}

describe('the result', () => {
  test('a 2-year-old whose parent has Universal Credit and low pay: 15 hours, and by when to ask', () => {
    const { dates, isEasyFirst, easy, refused, now } = resultOf(openTestApp(), lowPaid);
    const lines = dates.flatMap(({ title, lines: found }) =>
      found.map(({ name, hours, tag }) => [title, name, hours, tag]),
    );
    expect(lines).toContainEqual([
      'From 1 January 2027',
      'Funded hours for 2-year-olds with extra support',
      '15 hours a week',
      'Yes, this is yours',
    ]);
    expect(isEasyFirst).toBe(true);
    expect(easy.map(({ name }) => name)).toContain('Funded hours for every 3 and 4-year-old');
    expect(now.map(({ name }) => name)).toContain('Universal Credit: help with childcare');
    const working = refused.find(({ name }) => name === 'Funded hours for working parents');
    expect(working?.why.join(' ')).toContain('16 hours a week at the minimum wage');
  });

  test('who works and earns enough is told first what to do now', () => {
    const said = { ...lowPaid, 'earn-1': 'enough', credit: 'no' };
    expect(resultOf(openTestApp(), said).isEasyFirst).toBe(false);
  });

  test('what excludes what is said, and which is better for this family', () => {
    const app = openTestApp();
    const said = { ...lowPaid, 'earn-1': 'enough', credit: 'not-sure' };
    const result = resultOf(app, said);
    expect(result.pairs).toContain('Tax-Free Childcare or Universal Credit: help with childcare');
    expect(result.isComparable).toBe(true);
    const compared = (cost: string) =>
      resultOf(app, { ...said, 'cost-a': cost, do: 'compare' }).compare;
    expect(compared('200').answer?.text).toBe(
      'Universal Credit: help with childcare pays more towards this childcare.',
    );
    expect(compared('200').answer?.rows.map(({ amount }) => amount)).toEqual([
      '£166.67',
      '£736.67',
    ]);
    for (const wrong of ['', 'lots', '-5', '1e3', '99999', '5.555']) {
      expect([wrong, compared(wrong).problems.summary.length]).toEqual([wrong, 1]);
      expect(compared(wrong).fields[0]?.value).toBe(wrong);
    }
  });

  test('an amount of last year’s that nobody has confirmed is said to be so', () => {
    const student = { ...lowPaid, 'study-1': 'young' };
    const lines = resultOf(openTestApp(), student).dates.flatMap(({ lines: found }) => found);
    const care = lines.find(({ name }) => name === 'Care to Learn');
    expect(care?.notes).toContain('We are still checking the amounts here.');
  });

  test('the short way is open about all but the month', () => {
    const app = openTestApp();
    const due = resultOf(app, { 'month-a': '4', 'year-a': '2027' });
    expect(due.isShort).toBe(true);
    expect(resultOf(app, lowPaid).isShort).toBe(false);
    expect(due.refused.map(({ name }) => name)).not.toContain('SEN Inclusion Fund');
  });

  test('without a child there is none', () => {
    const app = openTestApp().as(anybody);
    expect(resultPage(app, form({ credit: 'yes' }))).toBeNull();
    expect(calendarDownload(app, form({ credit: 'yes' }))).toBeNull();
  });
});

test('any answers at all come to a result whose every text is whole, in every language', () => {
  const app = openTestApp();
  const oneOf = (values: readonly string[]) => fc.constantFrom(...values, 'not-sure', '', 'x');
  const said = fc.record({
    'month-a': fc.constantFrom('1', '6', '12'),
    'year-a': fc.constantFrom('2015', '2022', '2024', '2025', '2026'),
    'month-b': fc.constantFrom('', '5', '77'),
    'year-b': fc.constantFrom('', '2027', '2023'),
    'needs-a': oneOf(choices.needs),
    'care-a': oneOf(choices.care),
    adults: oneOf(choices.adults),
    'work-1': oneOf(choices.work),
    'work-2': oneOf(choices.work),
    'starts-1-day': fc.constantFrom('', '1', '31'),
    'starts-1-month': fc.constantFrom('', '2', '3'),
    'starts-1-year': fc.constantFrom('', '2027'),
    'earn-1': oneOf(choices.earn),
    'earn-2': oneOf(choices.earn),
    credit: oneOf(choices.credit),
    funds: oneOf(choices.funds),
    'study-1': oneOf(choices.study),
    use: oneOf(choices.use),
  });
  const spoken = ['en', 'pl', 'ur'].map((code) => app.as(anybody, code).words);
  fc.assert(
    fc.property(said, fc.constantFrom(...spoken), (answers, words) => {
      const typed = Object.fromEntries(
        Object.entries(answers).map(([key, value]) => [key, [value]]),
      );
      const view = resultView({ words, reference, today: '2026-11-22' }, typed, false);
      const broken = /\{figure|\{\{|checker:|entitlements:|undefined|NaN/.exec(
        JSON.stringify(view),
      );
      expect(broken).toBeNull();
    }),
    { numRuns: 400, seed: 11 },
  );
}, 20_000);

describe('the questions', () => {
  const asker = () => {
    const app = openTestApp().as(anybody);
    return (said: Said) => questionsPage(app, form(said));
  };
  test('one after another, each with the answers so far, and at the end the result', () => {
    const ask = asker();
    const order = [
      'children',
      'needs',
      'care',
      'adults',
      'work',
      'earn',
      'credit',
      'funds',
      'study',
    ];
    const next = order.map((answered) => ask({ ...lowPaid, answered })?.key);
    expect(next).toEqual([...order.slice(1), 'use']);
    expect(ask({ ...lowPaid, answered: 'use' })).toBeNull();
    const { hidden } = ask({ ...lowPaid, answered: 'funds' }) ?? { hidden: [] };
    expect(hidden).toContainEqual({ name: 'year-a', value: '2024' });
    expect(hidden).toContainEqual({ name: 'credit', value: 'low' });
  });

  test('what is wrong is shown with what was typed; back and change keep it all', () => {
    const ask = asker();
    const wrong = ask({ 'month-a': '15', 'year-a': '2024', answered: 'children' });
    expect([wrong?.key, wrong?.status]).toEqual(['children', 422]);
    expect(JSON.stringify(wrong?.groups)).toContain('"value":"15"');
    const back = ask({ ...lowPaid, answered: 'work', to: 'back', 'work-1': '' });
    expect([back?.key, back?.status]).toEqual(['adults', 200]);
    expect(back?.hidden).toContainEqual({ name: 'earn-1', value: 'less' });
  });

  test('a change goes straight back to the result, unless it raises a question', () => {
    const ask = asker();
    const change = (said: Said) => ask({ ...lowPaid, ...said, changes: 'yes' });
    expect(change({ to: 'credit' })?.key).toBe('credit');
    expect(change({ answered: 'credit', credit: 'no' })).toBeNull();
    expect(change({ answered: 'adults', adults: '2' })?.key).toBe('work');
  });

  test('a month in the address is filled in', () => {
    const search = new URLSearchParams('born-a=2027-03&credit=low');
    const question = questionsPage(openTestApp().as(anybody), search);
    expect(JSON.stringify(question?.groups)).toContain('"value":"2027"');
  });
});

describe('the calendar', () => {
  const site = () => openTestApp({ PUBLIC_URL: 'https://fis.example.gov.uk' });
  const download = (app: TestApp, said: Said, language = 'en') => {
    const file = calendarDownload(app.as(anybody, language), form(said)) ?? '';
    return new ICAL.Component(ICAL.parse(file) as never[])
      .getAllSubcomponents('vevent')
      .map((component) => ({ component, event: new ICAL.Event(component) }));
  };

  test.each(['en', 'pl', 'ur'])(
    'in %s a calendar reads whole days with ids, alarms and words',
    (code) => {
      const events = download(site(), lowPaid, code);
      expect(events.length).toBeGreaterThan(5);
      expect(new Set(events.map(({ event }) => event.uid)).size).toBe(events.length);
      for (const { component, event } of events) {
        expect(event.uid).toMatch(/@fis\.example\.gov\.uk$/);
        expect(event.startDate.isDate).toBe(true);
        expect(event.duration.toString()).toBe('P1D');
        expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-23T10:00:00Z');
        expect(component.getFirstPropertyValue('url')).toBe(
          `https://fis.example.gov.uk${code === 'en' ? '' : `/${code}`}/checker`,
        );
        expect(
          component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
        ).toBe('-P7D');
        expect(event.summary).not.toMatch(/entitlements:|\{/);
      }
    },
  );

  test('the same answers have the same ids later, and one thing alone has its own days', () => {
    const app = site();
    const ids = (said: Said) => download(app, said).map(({ event }) => event.uid);
    expect(ids(lowPaid)).toEqual(ids(lowPaid));
    const one = ids({ ...lowPaid, only: 'universal|a|2028-01-01' });
    expect(one).toHaveLength(2);
    expect(one.every((id) => id.startsWith('universal-a-'))).toBe(true);
    expect(ids({ ...lowPaid, only: 'x' })).toEqual([]);
  });
});
