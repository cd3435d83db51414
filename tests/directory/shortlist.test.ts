import { describe, expect, test } from 'vitest';
import { costOption } from '#db/schema/directory-offer.ts';
import { changeShortlist } from '#directory/shortlist-change.ts';
import { comparePage } from '#directory/shortlist-compare-page.ts';
import { shortlistPage } from '#directory/shortlist-page.ts';
import { readIds, safeBack, shortlistLimit } from '#directory/shortlist.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { addPlace, knowPostcode } from '../support/place.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const app = (...ids: readonly string[]): TestApp => {
  const opened = openTestApp({ PUBLIC_URL: 'https://fis.example' });
  for (const id of ids) addPlace(opened, id);
  return opened;
};
const ctx = (opened: TestApp) => opened.as({ kind: 'public' });
const many = Array.from({ length: 25 }, (_, index) => `place${index}`);

describe('what a cookie or a link holds', () => {
  test.each([
    ['ids in order, each once', ['a,b', 'b,c'], ['a', 'b', 'c']],
    ['twenty at most', [many.join(',')], many.slice(0, shortlistLimit)],
    ['nothing that is no id', ['a,../b, ,<i>,c d,é,"', ',,'], ['a']],
    ['nothing at all', [''], []],
  ])('%s', (_name, texts, ids) => {
    expect(readIds(texts)).toEqual(ids);
  });

  test('10 kB of it are read in no time and give twenty ids at most', () => {
    expect(readIds(['x'.repeat(10_240)])).toEqual([]);
    expect(readIds(['a,'.repeat(5_120)])).toEqual(['a']);
    expect(readIds([many.join(',').repeat(60)]).length).toBeLessThanOrEqual(shortlistLimit);
  });
});

describe('the way back', () => {
  test.each([
    ['/find?near=M33&kind=nursery', '/find?near=M33&kind=nursery'],
    ['/ur/provider/ey1#inclusion', '/ur/provider/ey1'],
    ['/', '/'],
  ])('%s', (back, path) => {
    expect(safeBack(back)).toBe(path);
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'find',
    '',
    `/${'x'.repeat(5000)}`,
  ])('%s is none', (back) => {
    expect(safeBack(back)).toBeNull();
  });
});

describe('keeping and removing', () => {
  const change = (opened: TestApp, kept: readonly string[], typed: Record<string, string[]>) =>
    changeShortlist(ctx(opened), href, kept, typed);

  test('a place is kept, and its page is opened again at the words that say so', () => {
    expect(
      change(app('a', 'b'), ['a'], { do: ['keep'], id: ['b'], back: ['/find?near=M33'] }),
    ).toEqual({ ids: ['a', 'b'], goTo: '/find?near=M33#kept-b' });
  });

  test('a place that is kept already stays where it is', () => {
    expect(change(app('a', 'b'), ['a', 'b'], { do: ['keep'], id: ['a'], back: ['/find'] })).toEqual(
      {
        ids: ['a', 'b'],
        goTo: '/find#kept-a',
      },
    );
  });

  test('a foreign way back leads to the shortlist', () => {
    const kept = change(app('a'), [], { do: ['keep'], id: ['a'], back: ['//elsewhere.example'] });
    expect(kept).toEqual({ ids: ['a'], goTo: '/shortlist' });
  });

  test('what is not in the directory is not kept, and that is said', () => {
    const opened = app('a');
    const kept = change(opened, ['a'], { do: ['keep'], id: ['nobody'], back: ['/find'] });
    expect(kept).toEqual({ ids: ['a'], goTo: '/shortlist?note=unknown' });
    const page = shortlistPage(ctx(opened), href, new URLSearchParams('note=unknown'), 'a');
    expect(page.notices).toEqual(['We could not keep that place: it is not in our directory.']);
  });

  test('a full list keeps its twenty, and says so', () => {
    const full = many.slice(0, shortlistLimit);
    const kept = change(app('more'), full, { do: ['keep'], id: ['more'], back: ['/find'] });
    expect(kept).toEqual({ ids: full, goTo: '/shortlist?note=full' });
  });

  test('removing, emptying, and what is neither', () => {
    const opened = app('a');
    expect(change(opened, ['a', 'b'], { do: ['remove'], id: ['b'] }).ids).toEqual(['a']);
    expect(change(opened, ['a', 'b'], { do: ['clear'] }).ids).toEqual([]);
    expect(change(opened, ['a'], { do: ['format'], id: ['b'] })).toEqual({
      ids: ['a'],
      goTo: '/shortlist',
    });
    expect(change(opened, ['a'], {}).ids).toEqual(['a']);
  });
});

describe('the list', () => {
  const page = (opened: TestApp, search: string, cookie?: string) =>
    shortlistPage(ctx(opened), href, new URLSearchParams(search), cookie);

  test('one’s own, from the cookie, with a link to share that never changes', () => {
    const view = page(app('a', 'b'), '', 'b,a');
    expect(view.items.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(view).toMatchObject({ isShared: false, keepAll: null, gone: null });
    expect(view.share.url).toBe('https://fis.example/shortlist?ids=b,a');
  });

  test('one that was sent can be kept, unless it is kept already', () => {
    const opened = app('a', 'b');
    expect(page(opened, 'ids=a,b', 'a')).toMatchObject({
      isShared: true,
      keepAll: { ids: ['a', 'b'] },
    });
    expect(page(opened, 'ids=a,b', 'b,a').keepAll).toBeNull();
  });

  test('places that are gone are said, and can be taken off one’s own list', () => {
    const opened = app('a');
    const own = page(opened, '', 'a,gone1,gone2');
    expect(own.items).toHaveLength(1);
    expect(own.gone).toMatchObject({
      text: '2 places that were kept are no longer in our directory.',
      ids: ['gone1', 'gone2'],
    });
    expect(page(opened, 'ids=a,gone1').gone?.ids).toEqual([]);
  });

  test('an empty one says how to begin', () => {
    expect(page(app(), '').empty?.link.href).toBe('/find');
    expect(page(app(), 'ids=', 'x').empty).not.toBeNull();
  });

  test('one place is asked about by its id, several as a list', () => {
    const opened = app('a', 'b');
    expect(page(opened, '', 'a').askHref).toBe('/ask?provider=a');
    expect(page(opened, '', 'a,b').askHref).toBe('/ask?shortlist=a%2Cb');
  });
});

describe('side by side', () => {
  const compare = (opened: TestApp, search: string, cookie?: string) =>
    comparePage(ctx(opened), href, new URLSearchParams(search), cookie);

  test('four at most; the others are named', () => {
    const ids = many.slice(0, 6);
    const { view } = compare(app(...ids), `ids=${ids.join(',')}`);
    expect(view.places).toHaveLength(4);
    expect(view.left).toBe(
      'We compare 4 places at a time. Left out: Nursery place4 and Nursery place5.',
    );
  });

  test('chosen one by one in a form, and one’s own list when none was chosen', () => {
    const opened = app('a', 'b', 'c');
    expect(compare(opened, 'ids=a&ids=c').view.places).toHaveLength(2);
    expect(compare(opened, '', 'a,b,c').view.places).toHaveLength(3);
    expect(compare(opened, 'ids=nobody').view.isEmpty).toBe(true);
  });

  test('a line that nobody has said anything about is left out', () => {
    const { view } = compare(app('a', 'b'), 'ids=a,b');
    const labels = view.rows.map(({ label }) => label);
    expect(labels).toContain('Kind');
    expect(labels).not.toContain('Food');
    for (const { cells } of view.rows) expect(cells).toHaveLength(2);
  });

  test('a price says for how long and for which ages, as far as that was said', () => {
    const opened = app('a');
    const price = { serviceAtLocationId: 'a' };
    opened.db
      .insert(costOption)
      .values([
        { ...price, id: '1', unit: 'day', pence: 8600 },
        {
          ...price,
          id: '2',
          unit: 'day',
          pence: 9300,
          hours: 10,
          agesFromMonths: 0,
          agesToMonths: 23,
        },
        {
          ...price,
          id: '3',
          unit: 'hour',
          pence: 900,
          hours: 1,
          agesFromMonths: 24,
          agesToMonths: 59,
        },
      ])
      .run();
    const { view } = compare(opened, 'ids=a');
    expect(view.rows.find(({ label }) => label === 'Prices')?.cells[0]?.lines).toEqual([
      '£9.00 an hour (2 years to 4 years)',
      '£86.00 a day',
      '£93.00 a day (10 hours, birth to 23 months)',
    ]);
  });

  test('a postcode that is not known here is an error, and the places are still there', () => {
    const opened = app('a');
    knowPostcode(opened);
    expect(compare(opened, 'ids=a&near=M33+2DH')).toMatchObject({ status: 200 });
    const wrong = compare(opened, 'ids=a&near=%F0%9F%98%80');
    expect(wrong).toMatchObject({ status: 400, view: { near: { problem: true } } });
    expect(wrong.view.places).toHaveLength(1);
  });
});
