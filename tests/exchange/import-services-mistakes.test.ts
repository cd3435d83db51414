import { describe, expect, test } from 'vitest';
import { getProvider } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { importServices } from '#exchange/import-services.ts';
import { currentIds, hubRow, servicesCsv, takeServices, type Row } from './services.ts';
import { samplePostcodes, workshop } from './support.ts';

const reasonsFor = (more: Row): readonly string[] =>
  takeServices(workshop(), [hubRow(more)]).refusedRows.map(({ reason }) => reason);

describe('a mistake refuses its row, says the column and what is allowed, and lets the others in', () => {
  test.each<readonly [string, Row, RegExp]>([
    ['kind', { kind: 'libary' }, /^kind "libary": use one or more of: nursery, .*library/],
    ['a home', { kind: 'childminder' }, /^kind "childminder": .*Ofsted/],
    ['no kind', { kind: '' }, /^kind: use one or more/],
    ['no name', { name: '' }, /^name: is needed/],
    ['no id', { service_id: '' }, /^service_id: is needed/],
    ['postcode', { postcode: 'M33' }, /^postcode "M33": a whole postcode is needed/],
    ['outcomes', { outcomes: 'rich' }, /^outcomes "rich": use one or more of: healthy/],
    ['audiences', { audiences: 'dads' }, /^audiences "dads": use one or more of: expectant/],
    ['age', { age_from: 'three' }, /^age_from "three": write it like "0", "9 months"/],
    ['ages', { age_from: '5 years', age_to: '2 years' }, /^age_to "2 years": must not be less/],
    ['hours', { hours: 'Mon 9-5' }, /^hours "Mon 9-5": write it like "Mon-Fri 09:00/],
    ['cost', { cost: 'a fiver' }, /^cost "a fiver": write "free", or prices/],
    ['deposit', { deposit: 'lots' }, /^deposit "lots": write it like £50/],
    ['phone', { phone: 'ask Ann' }, /^phone "ask Ann": write it like/],
    ['email', { email: 'me at home' }, /^email "me at home"/],
    ['website', { website: 'javascript:alert(1)' }, /^website "javascript:alert\(1\)"/],
    ['languages', { languages: 'Klingon' }, /^languages "Klingon": use one or more of: am, ar/],
    ['inclusion', { inclusion: 'hoists=yes' }, /^inclusion "hoists=yes": write it like "hoist=yes/],
    ['answer', { inclusion: 'hoist=maybe' }, /^inclusion/],
    ['funded', { funded: 'everyone' }, /^funded "everyone": .*universal-3-4/],
    ['school', { school_runs: '999999' }, /^school_runs "999999": use the numbers or names/],
    ['waiting list', { waiting_list: 'long' }, /^waiting_list "long": use open or closed or none/],
    ['yes or no', { free_early_years: 'maybe' }, /^free_early_years "maybe": use yes or no/],
    ['day', { confirmed_on: '30/02/2026' }, /^confirmed_on "30\/02\/2026": write the day like/],
    ['HTML', { description: '<p>Songs</p>' }, /^description "<p>Songs<\/p>": use plain text/],
    ['type', { location_type: 'virtual' }, /^location_type "virtual": use physical or online/],
  ])('%s', (_, more, reason) => {
    const shop = workshop();
    const good = hubRow({ service_id: 'good', location_id: 'other', location_name: 'Good' });
    const report = takeServices(shop, [hubRow(more), good]);
    expect(report.refusedRows).toEqual([
      expect.objectContaining({ line: 2, reason: expect.stringMatching(reason) }),
    ]);
    expect(currentIds(shop)).toEqual(['good-other']);
  });

  test('all mistakes of a row are told at once', () => {
    expect(reasonsFor({ kind: 'x', cost: 'x', email: 'x' })[0]?.split('; ')).toHaveLength(4);
  });

  test('rows that contradict each other, or say the same again', () => {
    const { refusedRows } = takeServices(workshop(), [
      hubRow(),
      hubRow({ service_id: 'advice', name: 'Advice', town: 'Altrincham' }),
      hubRow({ location_id: 'library', name: 'Rhymes' }),
      hubRow(),
    ]);
    expect(refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'town: is not what line 2 says of the same location_id'],
      [4, 'name: is not what line 2 says of the same service_id'],
      [5, 'service_id: an earlier row has this service at this place'],
    ]);
  });

  test('a postcode that is not known needs an authority', () => {
    const shop = workshop();
    const file = shop.write('a.csv', servicesCsv([hubRow()]));
    expect(importServices(shop.ctx, file)).toMatchObject({
      value: {
        added: 0,
        refusedRows: [{ reason: expect.stringMatching(/^authority: is needed/) }],
      },
    });
    importPostcodes(shop.ctx, samplePostcodes);
    expect(importServices(shop.ctx, file)).toMatchObject({ value: { added: 1 } });
    expect(getProvider(shop.db, 'rhyme-time-hub')?.authority).toBe('Trafford');
  });
});
