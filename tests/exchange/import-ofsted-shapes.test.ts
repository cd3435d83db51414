import { describe, expect, test } from 'vitest';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { describeRefusal } from '#exchange/import-refusal.ts';
import { describeReport } from '#exchange/import-report.ts';
import {
  childminderRow,
  counts,
  csvOf,
  done,
  everything,
  imported,
  nurseryRow,
  ofstedCsv,
  trafford,
  workshop,
} from './support.ts';

describe('a file in another shape', () => {
  test('is read with title rows above, other case and underscores in its header, and padding', () => {
    const shop = workshop();
    const [header = '', ...rows] = ofstedCsv([
      nurseryRow({ 'Provider name': '\u00a0 Test  Nursery\u00a0' }),
    ]).split('\n');
    const loose = header.toUpperCase().replaceAll(' ', '_');
    const text = [
      '\ufeffProviders as at 31 August 2021,,',
      'This sheet contains one table.,,',
      loose,
      ...rows,
      ',,,,',
    ].join('\r\n');
    const report = imported(shop, shop.write('a.csv', text));
    expect(report).toMatchObject({ added: 1, asAt: '2021-08-31' });
    expect(getProvider(shop.db, 'ey100001')).toMatchObject({
      name: 'Test Nursery',
      address: { town: 'Sale' },
    });
  });

  test('is read in Windows-1252', () => {
    const shop = workshop();
    const text = ofstedCsv([nurseryRow({ 'Provider name': 'Caf\u00e9 Cr\u00e8che' })]);
    imported(shop, shop.write('a.csv', Buffer.from(text, 'latin1')));
    expect(getProvider(shop.db, 'ey100001')?.name).toBe('Café Crèche');
  });

  test('is read with line breaks inside its cells, and its lines are counted as an editor does', () => {
    const shop = workshop();
    const rows = Array.from({ length: 4000 }, (_, index) =>
      nurseryRow({
        'Provider URN': `EY${String(200_000 + index)}`,
        'Provider address line 1': `Unit ${String(index)}\nThe "Old" Mill, Oak Road`,
      }),
    );
    const bad = nurseryRow({ 'Provider URN': 'EY300000', 'Registration date': 'soon' });
    const report = imported(shop, shop.write('a.csv', ofstedCsv([...rows, bad])));
    expect(report.added).toBe(4000);
    expect(report.refusedRows).toEqual([
      { line: 8002, subject: 'EY300000', reason: '"soon" cannot be read (registeredOn)' },
    ]);
    expect(getProvider(shop.db, 'ey203999')?.address?.lines).toEqual([
      'Unit 3999 The "Old" Mill, Oak Road',
    ]);
  });

  test('has its day in its title, in its name, or on the command line, which is believed first', () => {
    const shop = workshop();
    const text = `Providers as at 31 March 2021\n${ofstedCsv([nurseryRow()])}`;
    const asAt = (name: string, options = {}) =>
      done(importOfsted(shop.ctx, shop.write(name, text), options)).asAt;
    expect(asAt('a.csv')).toBe('2021-03-31');
    expect(asAt('providers_as_at_30_June_2021.csv')).toBe('2021-06-30');
    expect(asAt('2021-07-31.csv')).toBe('2021-07-31');
    expect(asAt('2021-07-31.csv', { asAt: '2021-08-01' })).toBe('2021-08-01');
  });

  test('of other authorities leaves them alone', () => {
    const shop = workshop();
    imported(shop, shop.write('a.csv', ofstedCsv([nurseryRow()])));
    const leeds = nurseryRow({ 'Provider URN': 'EY900001', 'Local authority': 'Leeds' });
    const outcome = importOfsted(
      shop.ctx,
      shop.write('b.csv', ofstedCsv([leeds, childminderRow()])),
      { authority: 'LEEDS ' },
    );
    expect(outcome).toMatchObject({ ok: true, value: { added: 1, left: 0 } });
    expect(getProvider(shop.db, 'ey100001')).not.toBeNull();
  });

  test('without an authority is taken whole, and asks only about authorities that it has', () => {
    const shop = workshop();
    const of = (urn: string, authority: string) =>
      nurseryRow({ 'Provider URN': urn, 'Local authority': authority });
    const all = [of('EY100001', 'Trafford'), of('EY100002', 'Leeds'), of('EY100003', 'Leeds')];
    const first = done(importOfsted(shop.ctx, shop.write('2021-08-31.csv', ofstedCsv(all))));
    expect(first).toMatchObject({ added: 3, authority: null });
    const leeds = shop.write('2021-09-30.csv', ofstedCsv([of('EY100002', 'Leeds')]));
    expect(counts(done(importOfsted(shop.ctx, leeds)))).toMatchObject({ unchanged: 1, left: 1 });
    expect(getProvider(shop.db, 'ey100001')).not.toBeNull();
    expect(getProvider(shop.db, 'ey100003')).toBeNull();
  });

  test('is found by an authority that is spelt as the Department for Education does', () => {
    const shop = workshop();
    const file = shop.write(
      'a.csv',
      ofstedCsv([nurseryRow({ 'Local authority': 'Bournemouth, Christchurch & Poole' })]),
    );
    const authority = 'Bournemouth, Christchurch and Poole';
    expect(done(importOfsted(shop.ctx, file, { authority })).added).toBe(1);
  });

  test('without columns that are not needed says so, and leaves what is known of them', () => {
    const shop = workshop();
    imported(shop, shop.write('2021-08-31.csv', ofstedCsv([nurseryRow()])));
    const header = [
      ...['Provider URN', 'Provider type', 'Provider subtype', 'Provider status'],
      ...['Provider name', 'Postcode', 'Local authority'],
    ];
    const text = csvOf(header, [nurseryRow({ 'Provider name': 'New Name' })]);
    const report = imported(shop, shop.write('2021-09-30.csv', text));
    expect(counts(report)).toMatchObject({ changed: 1 });
    expect(describeReport(report).at(-1)).toBe(
      'not in the file, so left as known: Registration date, Individual Register combinations, Registered person name, Telephone number, Parliamentary constituency, Places',
    );
    expect(getProvider(shop.db, 'ey100001')).toMatchObject({
      name: 'New Name',
      phone: '0161 496 0001',
      areaName: 'Stretford and Urmston',
      registration: { places: 24, registeredOn: '2010-09-01' },
    });
  });
});

describe('a file that cannot be taken is refused by name, and nothing is written', () => {
  const whole = ofstedCsv([nurseryRow({ 'Provider URN': 'EY100009' })]);
  const consents = csvOf(
    ['Provider URN', 'Provider Type', 'Provider name', 'Postcode', 'Local Authority'],
    [],
  );
  const cases: readonly (readonly [string, string | Uint8Array, object])[] = [
    [
      'without its header',
      'Name,Street\nA,B',
      { code: 'unknown-layout', lookedFor: 'Provider URN' },
    ],
    ['empty', '', { code: 'unknown-layout' }],
    [
      'lacking columns',
      whole.replace('"Provider name"', '"Other"').replace('"Postcode"', '"Code"'),
      { code: 'missing-columns', columns: ['Provider name', 'Postcode'] },
    ],
    [
      'with the days of inspections and not their outcomes',
      whole.replace('"Most recent full: Overall effectiveness"', '"Overall"'),
      { code: 'missing-columns', columns: ['Most recent full: Overall effectiveness'] },
    ],
    ['with a header only', whole.split('\n')[0] ?? '', { code: 'no-rows' }],
    [
      'of another authority',
      ofstedCsv([nurseryRow({ 'Provider URN': 'EY100009', 'Local authority': 'Leeds' })]),
      { code: 'authority-not-in-file', authority: 'Trafford', present: ['Leeds'] },
    ],
    ['of consented addresses', consents, { code: 'other-kind', use: 'consents' }],
    ['in UTF-16', Buffer.from(`\ufeff${whole}`, 'utf16le'), { code: 'wrong-encoding' }],
    ['that is a spreadsheet', Buffer.from('PK\u0003\u0004'), { code: 'wrong-encoding' }],
    [
      'in no encoding we know',
      Buffer.concat([Buffer.from(whole), Buffer.from([0x81, 0x8d])]),
      { code: 'wrong-encoding' },
    ],
    ['cut inside a cell', whole.slice(0, -1), { code: 'broken-csv' }],
  ];
  test.each(cases)('%s', (_, content, refusal) => {
    const shop = workshop();
    imported(shop, shop.write('2020-01-31.csv', ofstedCsv([nurseryRow(), childminderRow()])));
    const before = everything(shop);
    const version = directoryVersionOf(shop.db);
    const outcome = importOfsted(shop.ctx, shop.write('a.csv', content), trafford);
    expect(outcome).toMatchObject({ ok: false, refusal });
    expect(everything(shop)).toEqual(before);
    expect(directoryVersionOf(shop.db)).toBe(version);
  });

  test('broken far down, after thousands of rows were read', () => {
    const shop = workshop();
    imported(shop, shop.write('2020-01-31.csv', ofstedCsv([nurseryRow()])));
    const before = everything(shop);
    const rows = Array.from({ length: 3000 }, (_, index) =>
      nurseryRow({ 'Provider URN': `EY${String(200_000 + index)}` }),
    );
    const file = shop.write('a.csv', `${ofstedCsv(rows)}\n"EY1","never closed`);
    const outcome = importOfsted(shop.ctx, file);
    expect(outcome).toMatchObject({ refusal: { code: 'broken-csv' } });
    if (!outcome.ok) expect(describeRefusal(outcome.refusal)).toMatch(/at line 3002$/);
    expect(everything(shop)).toEqual(before);
  });

  test('that is not there', () => {
    const { ctx } = workshop();
    expect(importOfsted(ctx, '/nowhere/a.csv', trafford)).toMatchObject({
      refusal: { code: 'file-not-found' },
    });
  });

  test('that is older than what is known, row by row', () => {
    const shop = workshop();
    imported(shop, shop.write('2021-08-31.csv', ofstedCsv([nurseryRow(), childminderRow()])));
    const before = everything(shop);
    const old = shop.write(
      '2021-07-31.csv',
      ofstedCsv([nurseryRow({ 'Provider name': 'Old Name' })]),
    );
    expect(importOfsted(shop.ctx, old, trafford)).toMatchObject({
      refusal: { code: 'older-than-known', asAt: '2021-07-31' },
    });
    expect(everything(shop)).toEqual(before);
  });
});
