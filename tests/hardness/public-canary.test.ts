import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedOf, registration } from '../exchange/feed-files.ts';
import { childminderRow, csvOf, nurseryRow, ofstedCsv } from '../exchange/support.ts';
import { newFolder, runScript, startSite, type Site } from '../support/site.ts';
import { canary, filesIn, found, type Place } from './support/canaries.ts';
import { everyPage, fetchAll } from './support/public-pages.ts';

const folder = newFolder();
let site: Site;
beforeAll(async () => {
  site = await startSite({ folder });
  takePostcodes();
  takeOfsted();
}, 240_000);
afterAll(() => site.stop());

const root = join(import.meta.dirname, '../..');
const take = (kind: string, name: string, text: string, ...more: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return runScript(folder, 'scripts/import.ts', [kind, file, ...more]);
};
const council = (...args: readonly string[]) => runScript(folder, 'scripts/directory.ts', args);

/** A consented address of its own, with a postcode and a point that nobody else has. */
const homes = [
  { urn: 'EY210001', name: 'Qzwithdrawn', postcode: 'M33 9QX', at: ['-2.31357', '53.42468'] },
  { urn: 'EY210002', name: 'Qzhiddenhome', postcode: 'M33 9QY', at: ['-2.32468', '53.41357'] },
  { urn: 'EY210003', name: 'Qzgonehome', postcode: 'M33 9QZ', at: ['-2.33579', '53.43246'] },
  { urn: 'EY210004', name: 'Qzagreed', postcode: 'M33 9QW', at: ['-2.34681', '53.44135'] },
] as const;
const [withdrawn, hidden, gone, agreed] = homes;

const takePostcodes = () =>
  take(
    'postcodes',
    'postcodes.csv',
    [
      'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat',
      ...homes.map(({ postcode, at }) => `${postcode},E1,Sale,,,,${at.join(',')}`),
    ].join('\n'),
  );

const takeOfsted = () =>
  take(
    'ofsted',
    '2026-08-31.csv',
    ofstedCsv([
      ...homes.map(({ urn }) => childminderRow({ 'Provider URN': urn })),
      nurseryRow({ 'Provider URN': 'EY210009', 'Provider name': 'Qzoptedout Nursery' }),
      nurseryRow({ 'Provider URN': 'EY210010', 'Provider name': 'Qzleft Nursery' }),
    ]),
    '--authority',
    'Trafford',
  );

const consentsOf = (of: readonly (typeof homes)[number][]) =>
  csvOf(
    ['Provider URN', 'Provider name', 'Provider address line 1', 'Postcode'],
    of.map(({ urn, name, postcode }) => ({
      ...{ 'Provider URN': urn, 'Provider name': name },
      ...{ 'Provider address line 1': `7 ${name} Close`, Postcode: postcode },
    })),
  );

/** The feed's withheld cases, with names and streets to look for. */
const feed = () =>
  feedOf(
    '2026-09-01',
    ...['TS900001', 'TS900002', 'TS900003', 'TS900004', 'TS900006', 'TS900008'].map((urn) =>
      registration(urn)
        .replaceAll(/<SettingName>[^<]*/g, `<SettingName>Qzfeed${urn}`)
        .replaceAll(/<AddressLine1>[^<]*/g, '<AddressLine1>1 Qzfeed Street'),
    ),
  );

const homeCanaries = ({ name, urn, postcode, at }: (typeof homes)[number]) => [
  canary(`the name of ${urn}`, name),
  canary(`the postcode of ${urn}`, postcode, postcode.replace(' ', '')),
  canary(`the point of ${urn}`, ...at),
];
const secrets = [
  ...[withdrawn, hidden, gone].flatMap(homeCanaries),
  canary('a name or street of the feed', 'Qzfeed'),
  canary('a nursery that the council opted out', 'Qzoptedout'),
  canary('a nursery that left', 'Qzleft'),
];
/** Numbers stand in the log, as the page that somebody asked for while there was one. */
const numbers = [
  canary('the number of a home that the council took out whole', 'ey210003'),
  canary('the number of a nursery that the council opted out', 'ey210009'),
  ...[1, 2, 3, 4, 6, 8].map((number) => canary(`withheld ${number}`, `ts90000${number}`)),
];

/** Where a hidden place would be looked for; `{id}` and a slip in a name stand in for typing. */
const hiddenIds = ['ts900001', 'ts900003', 'ts900004', 'ey210003', 'ey210009', 'ey210010'];
const searches = [
  ...['qzwithdraw', 'qzwithdrawm', 'qzhiden', 'qzfee', 'qzfedts9', 'qzoptedou', 'qzlef'],
].flatMap((q) => [`/find?q=${q}`, `/api/find.json?q=${q}`]);
const nearby = ['near=M33', 'near=M33&kind=childminder', 'near=M33&premises=domestic'].flatMap(
  (query) => [`/find?${query}&map=1`, `/api/find.json?${query}`],
);

test('a home, a refuge or a place that opted out is found in no public output once it is hidden', async () => {
  take('consents', '2026-09-10.csv', consentsOf(homes));
  await comesUp(agreed.name);
  const before = await everyPage(site.url, [...nearby, '/api/find.json?q=qz']);
  const ofTheirs = homes.flatMap((home) => homeCanaries(home).slice(0, 1));
  expect(found(ofTheirs, before).length, 'what was agreed is shown').toBeGreaterThan(4);

  take('consents', '2026-09-20.csv', consentsOf([hidden, gone, agreed]));
  take('feed', 'feed.xml', feed(), '--authority', 'Trafford');
  council('hide', 'ey210002', '--name', '--address', '--contact');
  for (const id of ['ey210003', 'ey210009']) council('hide', id, '--all');
  take(
    'ofsted',
    '2026-09-30.csv',
    ofstedCsv([
      ...homes.map(({ urn }) => childminderRow({ 'Provider URN': urn })),
      nurseryRow({ 'Provider URN': 'EY210009', 'Provider name': 'Qzoptedout Nursery' }),
    ]),
    '--authority',
    'Trafford',
  );

  const after = await everyPage(site.url, [...searches, ...nearby]);
  expect(after.length, 'the whole site was read').toBeGreaterThan(40);
  expect(found([canary('the home that agreed', agreed.name)], after)).not.toEqual([]);
  expect(found([...secrets, ...numbers], after)).toEqual([]);
  expect(found(secrets, [theLog(), ...filesIn(join(root, 'dist/client'))])).toEqual([]);
}, 400_000);

/** Waits until a search knows a place by its name: a new index takes a moment, hiding does not. */
async function comesUp(name: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const [page] = await fetchAll(site.url, [`/api/find.json?q=${name}`]);
    if (page !== undefined && found([canary('the name', name)], [page]).length > 0) return;
    await wait(100);
  }
  throw new Error(`${name} does not come up`);
}

const theLog = (): Place => ({ name: 'the log', bytes: Buffer.from(site.output()) });

test.each(['', '/pl', '/ur'])(
  '%s: a hidden place has no page, and is kept on no list',
  async (language) => {
    const pages = hiddenIds.flatMap((id) =>
      [`/provider/${id}`, `/provider/${id}/report`, `/provider/${id}/price`].map(
        (path) => language + path,
      ),
    );
    const answers = await fetchAll(site.url, pages);
    expect(answers.map(({ name, status }) => `${status} ${name}`)).toEqual(
      pages.map((path) => `404 ${path}`),
    );
    const lists = [`/shortlist?ids=${hiddenIds.join(',')}`, `/ask?provider=${hiddenIds[0] ?? ''}`];
    const names = [canary('a name', 'Qzfeed', 'Qzgonehome', 'Qzoptedout', 'Qzleft')];
    const shown = await fetchAll(
      site.url,
      lists.map((path) => language + path),
    );
    expect(found(names, [...answers, ...shown])).toEqual([]);
  },
);
