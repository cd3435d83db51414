import { describe, expect, test } from 'vitest';
import { consentedHome } from '#db/schema/directory.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importConsents } from '#exchange/import-consents.ts';
import { registration, takeFeed } from './feed-files.ts';
import { bytesOf, csvOf, done, workshop } from './support.ts';

/** The childminder of the first case, whose provider has now no objection. */
const open = registration('TS900001')
  .replace('<ProviderConsentWithheld>Y', '<ProviderConsentWithheld>N')
  .replace(
    '<ProviderContact></ProviderContact>',
    '<ProviderContact><MobileNumber>07700 900123</MobileNumber></ProviderContact>',
  );

describe('a childminder without objection', () => {
  test('is named and can be called, but the feed never gives a street', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', open);
    expect(getProvider(shop.db, 'ts900001')).toMatchObject({
      ...{ name: 'Test Childminder One', address: null, phone: '07700 900123' },
      ...{ outwardPostcode: 'M33', organisation: null },
      registration: { caresIn: ['own-home'] },
      fieldSources: [{ fieldGroup: 'name', source: 'ofsted', consent: 'given' }],
    });
    expect(bytesOf(shop)).not.toContain('1 Test Street');
    expect(bytesOf(shop)).not.toContain('M33 2AL');
  });

  test.each([
    ['objects', open.replace('<ProviderConsentWithheld>N', '<ProviderConsentWithheld>Y')],
    [
      'wants to be anonymous',
      open.replace('</Setting>', '</Setting><SpecialConsiderations>ANON</SpecialConsiderations>'),
    ],
    ['no longer says', open.replace('<ProviderConsentWithheld>N</ProviderConsentWithheld>', '')],
  ])('who later %s is nameless at once', (_, later) => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', open);
    takeFeed(shop, '2021-09-02', later);
    expect(getProvider(shop.db, 'ts900001')?.name ?? null).toBeNull();
    expect(getProvider(shop.db, 'ts900001')?.contacts ?? []).toEqual([]);
    shop.db.$client.pragma('wal_checkpoint(truncate)');
    for (const text of ['Childminder One', '07700']) expect(bytesOf(shop)).not.toContain(text);
  });

  test("is not touched by the consented addresses' withdrawals, nor they by the feed's", () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', open);
    const consents = (day: string, urn: string) =>
      done(
        importConsents(
          shop.ctx,
          shop.write(
            `${day}.csv`,
            csvOf(
              ['Provider URN', 'Provider name', 'Provider address line 1', 'Postcode'],
              [
                {
                  ...{ 'Provider URN': urn, 'Provider name': 'Full Name' },
                  ...{ 'Provider address line 1': '9 Own Road', Postcode: 'M33 2AL' },
                },
              ],
            ),
          ),
        ),
      );
    consents('2021-09-10', 'TS999999');
    expect(getProvider(shop.db, 'ts900001')?.name).toBe('Test Childminder One');
    consents('2021-09-20', 'TS900001');
    expect(getProvider(shop.db, 'ts900001')).toMatchObject({
      ...{ name: 'Full Name', address: { lines: ['9 Own Road'] } },
    });
    const silent = open.replace('<ProviderConsentWithheld>N</ProviderConsentWithheld>', '');
    takeFeed(shop, '2021-09-21', silent);
    expect(getProvider(shop.db, 'ts900001')?.name).toBe('Full Name');
    takeFeed(shop, '2021-09-22', open);
    consents('2021-09-30', 'TS999999');
    expect(getProvider(shop.db, 'ts900001')).toMatchObject({ name: null, address: null });
    takeFeed(shop, '2021-10-01', open);
    expect(getProvider(shop.db, 'ts900001')).toMatchObject({
      ...{ name: 'Test Childminder One', address: null },
    });
    expect(shop.db.select().from(consentedHome).get()?.source).toBe('feed');
  });
});
