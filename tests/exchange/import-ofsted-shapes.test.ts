import { describe, expect, test } from 'vitest';
import { importReport, provider } from '#db/schema/directory.ts';
import { directoryVersionOf, getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import {
  childminderRow,
  counts,
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
    expect(counts(imported(shop, shop.write('a.csv', text)))).toMatchObject({ added: 1 });
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
});

describe('a file that cannot be taken is refused by name, and nothing is written', () => {
  const whole = ofstedCsv([nurseryRow()]);
  const cases: readonly (readonly [string, string | Uint8Array, object])[] = [
    [
      'without its header',
      'Name,Street\nA,B',
      { code: 'unknown-layout', lookedFor: 'Provider URN' },
    ],
    ['empty', '', { code: 'unknown-layout' }],
    [
      'lacking columns',
      whole.replace('"Quality of education"', '"Other"').replace('"Places"', '"Room"'),
      { code: 'missing-columns', columns: ['Places', 'Quality of education'] },
    ],
    ['with a header only', whole.split('\n')[0] ?? '', { code: 'no-rows' }],
    [
      'of another authority',
      ofstedCsv([nurseryRow({ 'Local authority': 'Leeds' })]),
      { code: 'authority-not-in-file', authority: 'Trafford', present: ['Leeds'] },
    ],
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
    const outcome = importOfsted(shop.ctx, shop.write('a.csv', content), trafford);
    expect(outcome).toMatchObject({ ok: false, refusal });
    expect(shop.db.select().from(provider).all()).toEqual([]);
    expect(shop.db.select().from(importReport).all()).toEqual([]);
    expect(directoryVersionOf(shop.db)).toBe(0);
  });

  test('that is not there', () => {
    const { ctx } = workshop();
    expect(importOfsted(ctx, '/nowhere/a.csv', trafford)).toMatchObject({
      refusal: { code: 'file-not-found' },
    });
  });
});
