import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { findJson } from '#directory/find-json.ts';
import { findPage } from '#directory/find-page.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { moneyText } from '#entitlements/format-figure.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { openGeneratedApp } from '../support/generated-app.ts';
import { insertGeneratedDirectory } from '../support/generated-directory.ts';
import { openTestApp } from '../support/test-app.ts';

const { ctx, ids } = openGeneratedApp(300);
const href = (path: string, query?: Query) => addressOf('en', path, query);
const shown = z.object({
  total: z.number(),
  page: z.number(),
  pageCount: z.number(),
  results: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().nullable(),
      kind: z.string(),
      premises: z.string(),
      area: z.string(),
      postcode: z.string().nullable(),
      distanceMiles: z.number().nullable(),
      detourMiles: z.number().nullable(),
      ages: z.object({ from: z.number(), to: z.number() }).nullable(),
      pencePerHour: z.number().nullable(),
      netPencePerWeek: z.number().nullable(),
      funded: z.array(z.string()),
      asAt: z.string(),
    }),
  ),
  facets: z.record(z.string(), z.record(z.string(), z.number())),
  corrected: z.array(z.object({ typed: z.string(), taken: z.string() })),
  unsaid: z.number(),
});
const json = async (search: string) =>
  shown.parse((await findJson(ctx, new URLSearchParams(search))).body);
const everything = async (search: string) => {
  const { pageCount } = await json(search);
  const pages = Array.from({ length: pageCount }, (_, at) => json(`${search}&page=${at + 1}`));
  return (await Promise.all(pages)).flatMap(({ results }) => results);
};

describe('the data', () => {
  test.each(['near=M33', 'near=M33+2DH&kind=nursery', 'q=acorn', 'near=M33&to=WA14&sort=detour'])(
    'is what the page shows: %s',
    async (search) => {
      const page = (await findPage(ctx, href, new URLSearchParams(search))).results;
      const { results, total } = await json(search);
      expect(results.map(({ id }) => id)).toEqual(page?.cards.map(({ id }) => id));
      expect(page?.title.startsWith(String(total))).toBe(true);
    },
  );

  test('is there page by page, and beyond the end the first', async () => {
    expect((await everything('near=M33')).map(({ id }) => id).toSorted()).toEqual(ids);
    expect(await json('near=M33&page=9999')).toEqual(await json('near=M33'));
  });

  test('has the price of a week where a week is asked for, as the page words it', async () => {
    const week = 'age=30&day=1&day=2&from=09:00&to=12:00&unsaid=1';
    const { results } = await json(week);
    const priced = results.filter(({ netPencePerWeek }) => (netPencePerWeek ?? 0) > 0);
    expect(priced.length).toBeGreaterThan(0);
    const page = (await findPage(ctx, href, new URLSearchParams(week))).results;
    for (const { id, netPencePerWeek } of priced) {
      const card = page?.cards.find((one) => one.id === id);
      expect(card?.week.join()).toContain(moneyText(ctx.words, netPencePerWeek ?? NaN));
    }
    const without = await json('age=30');
    expect(without.results.every(({ netPencePerWeek }) => netPencePerWeek === null)).toBe(true);
  });

  test('says nothing of a home that its page would not', async () => {
    let unnamed = 0;
    for (const one of await everything('near=M33+2DH')) {
      const provider = getProvider(ctx.db, one.id);
      expect(one.name).toBe(provider?.name);
      expect(one.postcode).toBe(provider?.address?.postcode ?? null);
      if (one.name === null) unnamed += 1;
      const isHome = one.premises !== 'non-domestic';
      if (isHome && provider?.point?.precision === 'area') expect(one.postcode).toBeNull();
    }
    expect(unnamed).toBeGreaterThan(20);
  });

  test('has a distance no finer than what is known of the place', async () => {
    const rough = (await everything('near=M33+2DH&to=WA14&via=50')).filter(
      ({ id }) => getProvider(ctx.db, id)?.point?.precision === 'area',
    );
    expect(rough.length).toBeGreaterThan(20);
    for (const { distanceMiles, detourMiles } of rough) {
      expect(Number.isInteger(distanceMiles)).toBe(true);
      expect(Number.isInteger(detourMiles)).toBe(true);
      expect(distanceMiles).toBeGreaterThanOrEqual(1);
    }
    const exact = (await everything('near=M33+2DH')).map(({ distanceMiles }) => distanceMiles ?? 0);
    expect(exact.every((miles) => Number.isInteger(Math.round(miles * 1000) / 100))).toBe(true);
    expect(exact.some((miles) => !Number.isInteger(miles))).toBe(true);
  });

  test('says what is wrong as the page does', async () => {
    const answered = await findJson(ctx, new URLSearchParams('near=nowhere&age=x'));
    expect(answered).toEqual({
      status: 400,
      body: {
        problems: [
          { field: 'age', message: 'Enter the age in months as a whole number from 0 to 228' },
        ],
      },
    });
  });

  test('leaves out what is withheld, hidden or gone, at once', async () => {
    const app = openTestApp();
    insertGeneratedDirectory(app.db, { count: 60, seed: 2 });
    const asked = new URLSearchParams('sort=name');
    const answer = async () =>
      shown.parse((await findJson(app.as({ kind: 'public' }), asked)).body);
    const before = await answer();
    const [first, second, third] = before.results.map(({ id }) => id);
    const change = (id: string | undefined, to: Partial<typeof serviceAtLocation.$inferInsert>) =>
      app.db
        .update(serviceAtLocation)
        .set(to)
        .where(eq(serviceAtLocation.id, id ?? ''))
        .run();
    change(first, { withheld: true });
    change(second, { optedOut: true });
    change(third, { leftOn: '2026-11-01' });
    raiseDirectoryVersion(app.db, 'many');
    const after = await answer();
    expect(after.total).toBe(before.total - 3);
    const counted = ({ facets }: typeof after) =>
      Object.values(facets['premises'] ?? {}).reduce((sum, one) => sum + one, 0);
    expect([counted(before), counted(after)]).toEqual([before.total, after.total]);
    for (const gone of [first, second, third])
      expect(after.results.map(({ id }) => id)).not.toContain(gone);
  });
});

describe('the point of a home', () => {
  test('is never finer than a hundredth of a degree without consent, wherever it is kept', () => {
    let rounded = 0;
    for (const id of ids) {
      const provider = getProvider(ctx.db, id);
      if (provider?.point?.precision !== 'area') continue;
      const { latitude, longitude } = provider.point;
      for (const degrees of [latitude, longitude]) {
        expect(Math.round(degrees * 100) / 100).toBe(degrees);
      }
      if (provider.premises !== 'non-domestic') rounded += 1;
    }
    expect(rounded).toBeGreaterThan(50);
  });

  test('is not in the page, nor on its map', async () => {
    const search = new URLSearchParams('near=M33+2DH&map=1&kind=childminder');
    const { results } = await findPage(ctx, href, search);
    const rough = (results?.cards ?? []).filter(
      ({ id }) => getProvider(ctx.db, id)?.point?.precision === 'area',
    );
    expect(rough.length).toBeGreaterThan(3);
    const pinned = (results?.map?.pins ?? []).map((pin) => pin.href);
    for (const { id, distance } of rough) {
      expect(pinned).not.toContain(`/provider/${id}`);
      expect(distance).toMatch(/^about \d+ miles? /);
    }
    expect(JSON.stringify(results?.cards)).not.toContain('latitude');
  });
});
