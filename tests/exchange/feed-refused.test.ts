import { describe, expect, test } from 'vitest';
import { importFeed } from '#exchange/import-feed.ts';
import { feedOf, feedText, registration, takeFeed } from './feed-files.ts';
import { done, everything, realFeed, workshop } from './support.ts';

describe('a feed that cannot be taken is refused by name, and nothing is written', () => {
  test.each([
    ['cut off', feedText.slice(0, 20_000), { code: 'broken-xml' }],
    ['no XML', 'Provider URN,Name\nEY1,A', { code: 'broken-xml' }],
    ['empty', '', { code: 'broken-xml' }],
    ['another kind of XML', '<?xml version="1.0"?><Feed/>', { code: 'broken-xml' }],
    ['without registrations', feedOf('2021-09-02'), { code: 'no-rows' }],
    [
      'of nobody',
      feedText.replace('Trafford</LocalAuthorityName>', '</LocalAuthorityName>'),
      { code: 'missing-element', element: 'LocalAuthorityName' },
    ],
    [
      'without a day',
      feedText.replace(/<ExtractDateTime>[^<]*/, '<ExtractDateTime>'),
      { code: 'missing-element', element: 'ExtractDateTime' },
    ],
    [
      'without its head',
      feedText.replace(/<Extract>.*?<\/Extract>/, ''),
      { code: 'missing-element', element: 'Extract' },
    ],
    [
      'in another encoding than it declares',
      Buffer.from(feedText.replace('Railway', 'Caf\u00e9'), 'latin1'),
      { code: 'broken-xml', detail: 'it is not in the encoding that it declares' },
    ],
    [
      'of entities that call for others',
      feedText
        .replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
        .replace('Railway', '&x;'),
      { code: 'broken-xml' },
    ],
  ])('%s', (_, content, refusal) => {
    const shop = workshop();
    done(importFeed(shop.ctx, shop.write('a.xml', feedOf('2021-08-01', registration('EY263893')))));
    const before = everything(shop);
    expect(importFeed(shop.ctx, shop.write('b.xml', content))).toMatchObject({
      ok: false,
      refusal,
    });
    expect(everything(shop)).toEqual(before);
  });

  test('of another authority than was asked for, or not there', () => {
    const shop = workshop();
    expect(importFeed(shop.ctx, realFeed, { authority: 'Leeds' })).toMatchObject({
      refusal: { code: 'authority-not-in-file', present: ['Trafford'] },
    });
    expect(importFeed(shop.ctx, '/nowhere/a.xml')).toMatchObject({
      refusal: { code: 'file-not-found' },
    });
  });

  test('older than the feed that was taken before', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-02', registration('EY458243'));
    const file = shop.write('a.xml', feedOf('2021-09-01', registration('EY458243')));
    expect(importFeed(shop.ctx, file)).toMatchObject({ refusal: { code: 'older-than-known' } });
  });
});
