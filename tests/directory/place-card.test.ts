import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeCard, type Asked } from '#directory/place-card.view.ts';
import type { Inspection } from '#directory/inspection.ts';
import type { Provider } from '#directory/provider.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { quietPlace, quietRegistration } from '../support/place.ts';

const catalogue = openCatalogue(join(import.meta.dirname, '../../content/locales'), ['en', 'ur']);
const today = '2026-11-23';
const nothing: Asked = {
  ...{ inclusion: [], funded: [], language: [], school: [], near: null, months: null, today },
  pricing: null,
};
const card = (
  place: Partial<Provider>,
  asked: Partial<Asked> = {},
  { language = 'en', miles = null, detourMiles = null }: Partial<Far> = {},
) =>
  placeCard(
    catalogue.speak(language),
    { provider: quietPlace(place), miles, detourMiles },
    { ...nothing, ...asked },
  );
type Far = { language: string; miles: number | null; detourMiles: number | null };

const near = { latitude: 53.4, longitude: -2.32, precision: 'postcode' } as const;
const home: Partial<Provider> = {
  ...{ premises: 'domestic', kind: 'childminder', name: null, address: null },
};
const free = {
  ...{ ages: { from: 24, to: 35 }, day: null, places: 1, freeFrom: null, asAt: '2026-11-01' },
};
const inspected: Inspection = {
  ...{ framework: 'early-years', number: null, visitType: null, inspectedOn: '2025-03-04' },
  ...{ overallGrade: 1, educationGrade: null, behaviourGrade: null, developmentGrade: null },
  ...{ leadershipGrade: null, safeguardingEffective: null, standards: null, compliance: null },
  ...{ compulsoryRegisterCompliance: null, voluntaryRegisterCompliance: null, reportUrl: null },
};

describe('a card', () => {
  test('says at a glance what parents look for', () => {
    const shown = card(
      {
        ...{ ages: { from: 9, to: 59 }, vacancies: [free], inspections: [inspected] },
        costs: [{ unit: 'hour', pence: 620, hours: null, label: null, includes: null, ages: null }],
        funded: [
          { scheme: 'working-3-4', hoursAWeek: 30, isStretched: null, note: null },
          { scheme: 'universal-3-4', hoursAWeek: 15, isStretched: null, note: null },
          { scheme: 'extra-support-2', hoursAWeek: 15, isStretched: null, note: null },
        ],
        confirmedOn: '2026-11-03',
      },
      { near },
      { miles: 1.4 },
    );
    expect(shown).toMatchObject({
      ...{ name: 'Quiet Nursery', kind: 'Nursery', distance: '1.4 miles north' },
      ...{ where: '1 Quiet Road, Sale, M33 2DH', unknown: null, warning: null },
      confirmed: 'Confirmed on 3 November 2026',
    });
    expect(shown.facts.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Ages: 9 months to 4 years',
      'Next free place: Now, for 2 years',
      'Cost: From £6.20 an hour',
      'Funded hours: 2 years and 3 to 4 years',
      'Inspection: Outstanding (Ofsted grade, 4 March 2025)',
    ]);
  });

  test('tells what is not known in one line, and never as a no', () => {
    const { facts, unknown, confirmed, distance } = card({});
    expect(facts).toEqual([]);
    expect(unknown).toBe('Not known yet: ages, free places, cost, funded hours and inspection');
    expect(confirmed).toBe('Facts from 1 November 2026');
    expect(distance).toBeNull();
  });

  test('of what is not childcare tells only what was said, and what it is', () => {
    const library = card({ kind: 'library', isFree: true, description: 'Rhyme time.' });
    expect(library.facts.map(({ text }) => text)).toEqual(['Free']);
    expect(library).toMatchObject({ unknown: null, description: 'Rhyme time.' });
    expect(card({ description: 'Our nursery.' }).description).toBeNull();
  });

  test('answers what was asked: has it, with notice, or has not said; an old answer is none', () => {
    const said = (answer: 'yes' | 'with-notice' | 'no', confirmedOn = today) =>
      ({ answer, note: null, confirmedOn, source: 'provider' }) as const;
    const { answers } = card(
      {
        inclusion: new Map([
          ['hoist', said('yes')],
          ['oxygen', said('with-notice')],
          ['bsl', said('no')],
          ['senco', said('yes', '2025-11-22')],
          ['lift', said('yes')],
        ]),
        languages: ['pl', 'ur'],
        schoolRuns: [{ school: '1', name: 'St Mary’s' }],
        funded: [{ scheme: 'working-2', hoursAWeek: null, isStretched: null, note: null }],
      },
      {
        inclusion: ['hoist', 'oxygen', 'bsl', 'senco'],
        ...{ language: ['pl'], school: ['1', '2'], funded: ['working-2'] },
      },
    );
    expect(answers).toEqual([
      { text: 'A hoist, and staff trained to use it', met: true },
      { text: 'Can look after a child who needs oxygen (with notice)', met: true },
      { text: 'Not said: A named person for special needs (SENCO)', met: false },
      { text: 'Funded hours for Working parents: 2 years old', met: true },
      { text: 'Staff speak Polish', met: true },
      { text: 'Takes to and from St Mary’s', met: true },
    ]);
  });

  test('of a home without consent tells no name and no street, and about how far', () => {
    const point = { latitude: 53.42, longitude: -2.32, precision: 'area' } as const;
    const shown = card({ ...home, point }, { near }, { miles: 1.38, detourMiles: 0.3 });
    expect(shown).toMatchObject({
      ...{ name: 'Childminder in M33', where: 'In M33', distance: 'about 1 mile away' },
      detour: 'about 1 mile out of your way',
    });
    expect(JSON.stringify(shown)).not.toMatch(/53\.|1\.38|Quiet Road/);
  });

  test('of a service at a hub tells the hub, and of one by phone that there is nowhere to go', () => {
    expect(card({ locationName: 'Sale Family Hub' }).where).toBe(
      'Sale Family Hub, 1 Quiet Road, Sale, M33 2DH',
    );
    expect(card({ locationName: 'Quiet Nursery' }).where).toBe('1 Quiet Road, Sale, M33 2DH');
    const online = card({ isVirtual: true, point: null }, { near });
    expect(online).toMatchObject({ where: 'By phone or online', distance: null });
  });

  test('warns first of a step against its registration', () => {
    const steps = [{ step: 'suspended', takenOn: '2026-10-01' }] as const;
    expect(card({ registration: { ...quietRegistration, steps } }).warning).toContain('suspended');
  });

  test('tells a reader of another language which name is English', () => {
    expect(card({}, {}, { language: 'ur' })).toMatchObject({
      name: 'Quiet Nursery',
      isEnglish: true,
    });
    const unnamed = card(home, {}, { language: 'ur' });
    expect(unnamed.isEnglish).toBe(false);
    expect(unnamed.name).toContain('\u2068M33\u2069');
  });

  test('is made anew for another day, another age, and another language', () => {
    const provider = quietPlace({ vacancies: [free, { ...free, ages: { from: 0, to: 23 } }] });
    const text = (asked: Partial<Asked>, language = 'en') =>
      placeCard(
        catalogue.speak(language),
        { provider, miles: null, detourMiles: null },
        { ...nothing, ...asked },
      ).facts[0]?.text;
    expect(text({})).toBe('Now, for 2 years');
    expect(text({ months: 6 })).toBe('Now, for birth to 23 months');
    expect(text({})).toBe('Now, for 2 years');
    expect(text({ today: '2027-06-01' })).toBeUndefined();
    expect(text({}, 'ur')).not.toBe(text({}));
  });
});
