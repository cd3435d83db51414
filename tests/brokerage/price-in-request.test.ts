import { expect, test } from 'vitest';
import { costOption, fundedPlace } from '#db/schema/directory-offer.ts';
import { fitSoFar } from '#brokerage/fit-so-far.ts';
import { familyPriceView } from '#brokerage/match/family-price.view.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { placesPage } from '#casework/file/places-page.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { pricePage } from '#directory/price/price-page.ts';
import { getProvider } from '#directory/provider-store.ts';
import { addressOf } from '#platform/http/addresses.ts';
import type { Typed } from '#platform/http/form.ts';
import { addBarePlace } from '../support/full-place.ts';
import { knowPostcode } from '../support/place.ts';
import { typedAnswers } from '../support/family.ts';
import {
  anybody,
  offerFrom,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../support/request.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const see = ({ family }: SentRequest) => trackView(family, href, valueOf(trackRequest(family)));
const placesFor = (app: TestApp, { reference }: SentRequest) =>
  valueOf(placesPage(app.as(asha), href, reference, '')).places.rows;

/** 30 hours over three days in term, for a child of 2 with 15 hours, on Universal Credit. */
const week = ['mon', 'tue', 'wed'].flatMap((day) => [`${day}-morning`, `${day}-afternoon`]);
const overrides = {
  children: { name: ['Amina'], month: ['8'], year: ['2024'] },
  start: { when: ['soon'] },
  times: { slots: week, term: ['term-time'] },
  money: { schemes: ['extra-support-2'], other: ['universal-credit'] },
};

const addPlaceNear = (app: TestApp, id: string) => {
  addBarePlace(app.db, { id, kind: 'nursery', name: `Nursery ${id}` });
};

const typed = (steps: Readonly<Record<string, Typed>>) =>
  Object.fromEntries(
    Object.entries(steps).map(([step, fields]) => [
      step,
      Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]])),
    ]),
  );

function tellPrices(app: TestApp, id: string): void {
  const at = { serviceAtLocationId: id };
  app.db
    .insert(costOption)
    .values({ id: `${id}-cost`, ...at, unit: 'day', pence: 6000 })
    .run();
  app.db
    .insert(fundedPlace)
    .values({ ...at, scheme: 'extra-support-2' })
    .run();
  raiseDirectoryVersion(app.db, [id]);
}

function opened(change: Parameters<typeof sendSampleRequest>[1] = {}) {
  const app = openTestApp();
  const sent = sendSampleRequest(app, { ...overrides, ...change });
  offerFrom(app, sent, { id: 'acorn' });
  offerFrom(app, sent, { id: 'beech' });
  tellPrices(app, 'acorn');
  return { app, sent };
}

test('the family sees of each option what its week would cost, by the sum of the place’s own page', () => {
  const { app, sent } = opened();
  const [acorn, beech] = see(sent).offers;
  expect(acorn?.price?.line).toEqual([
    'About £13.50 a week after funded hours and help with the cost',
  ]);
  const form = new FormData();
  for (const day of ['1', '2', '3']) form.append('day', day);
  for (const [name, value] of Object.entries({
    ...{ from: '8', to: '6pm', spread: 'term-time', month: '8', year: '2024' },
    ...{ hours: 'extra-support', help: 'universal-credit' },
  }))
    form.append(name, value);
  const own = valueOf(pricePage(app.as(anybody), href, 'acorn', form)).result;
  expect(acorn?.price?.sums.map(({ sum }) => sum)).toEqual([own?.sum]);
  expect(own?.sum?.rows.length).toBeGreaterThan(2);
  expect(acorn?.price?.about[0]).toBe(
    'From 23 November 2026, in term time: Monday, Tuesday and Wednesday, 8am to 6pm.',
  );
  expect(beech?.price).toMatchObject({
    line: ['What a week costs is not known: the place has not told its prices'],
    sums: [],
  });
});

test('of several children each has a sum, and the line adds them up', () => {
  const { app, sent } = opened();
  const { family } = sent.now();
  const [amina] = family.children;
  if (!amina) throw new Error('There is a child');
  const two = { ...family, children: [amina, { ...amina, name: '', born: '2022-03' }] };
  const place = getProvider(app.db, 'acorn');
  if (!place) throw new Error('There is a place');
  const price = familyPriceView(sent.family.words, place, two, '2026-11-23');
  expect(price?.sums.map(({ child }) => child)).toEqual(['Amina', 'Child 2']);
  // The older has no funded hours there: 15% of £180.
  expect(price?.sums.map(({ sum }) => sum.week)).toEqual([
    'About £13.50 a week',
    'About £27 a week',
  ]);
  expect(price?.line).toEqual(['About £40.50 a week after funded hours and help with the cost']);
});

test('a reason that says the price already is not said twice', () => {
  const { app, sent } = opened({ money: { ...overrides.money, weeklyPounds: ['40'] } });
  expect(sent.now().family.money.weeklyPounds).toBe(40);
  addPlaceNear(app, 'cedar');
  tellPrices(app, 'cedar');
  const cedar = placesFor(app, sent).find(({ id }) => id === 'cedar');
  expect(cedar?.reasons.map(({ text }) => text)).toContain(
    'About £13.50 a week after funded hours and help with the cost, within the budget',
  );
  expect(cedar?.price?.line).toEqual([]);
  expect(cedar?.price?.sums).toHaveLength(1);
});

test('before it has said its hours there is no price, and while it answers the places so far show theirs', () => {
  const { sent } = opened({ times: { notSure: ['yes'] } });
  expect(see(sent).offers[0]?.price).toBeNull();
  const app = openTestApp();
  knowPostcode(app);
  addPlaceNear(app, 'acorn');
  tellPrices(app, 'acorn');
  const so = fitSoFar(app.as(anybody), href, {
    ...{ cameFrom: { search: '', providerId: '', shortlist: [] }, first: [], suggested: {} },
    steps: typed({ ...typedAnswers, ...overrides }),
  });
  expect(so?.places[0]?.reasons.at(-1)).toBe(
    'About £13.50 a week after funded hours and help with the cost',
  );
});
