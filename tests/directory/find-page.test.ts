import { describe, expect, test } from 'vitest';
import { findJson } from '#directory/find-json.ts';
import { findPage } from '#directory/find-page.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { sharedSample } from './find-sample.ts';

const ctx = sharedSample();
const href = (path: string, query?: Query) => addressOf('en', path, query);
const page = (search: string) => findPage(ctx, href, new URLSearchParams(search));
const json = (search: string) => findJson(ctx, new URLSearchParams(search));

describe('the page', () => {
  test('is titled with what it holds and which page it is', () => {
    expect(page('').results?.title).toBe('395 places, page 1 of 20');
    expect(page('page=20').results?.title).toBe('395 places, page 20 of 20');
    expect(page('q=zzzz').results?.title).toBe('0 places');
    expect(page('q=zzzz').results?.heading).toBe('0 places');
  });

  test('leads to its neighbours, and from beyond the end to the first', () => {
    expect(page('near=M33').results).toMatchObject({
      previous: null,
      next: '/find?near=M33&page=2',
    });
    expect(page('page=20').results).toMatchObject({ previous: '/find?page=19', next: null });
    expect(page('near=M33&page=9999').redirect).toBe('/find?near=M33');
    expect(page('page=2').redirect).toBeNull();
  });

  test('carries the search along to asking for help', () => {
    const search = 'near=M33+2DH&within=3&age=30&inclusion=hoist&page=2';
    expect(page(search).results?.askHref).toBe('/ask?near=M33+2DH&within=3&age=30&inclusion=hoist');
  });

  test('takes each choice away by itself', () => {
    const chosen =
      page('q=club&near=M33+2DH&within=3&age=30&kind=nursery&inclusion=hoist&unsaid=1').results
        ?.chosen ?? [];
    expect(chosen.map(({ text }) => text)).toEqual([
      '“club”',
      'Near M33 2DH',
      'Up to 3 miles',
      'Age 2 years',
      'Nursery',
      'A hoist, and staff trained to use it',
      'Also not said',
    ]);
    expect(chosen[3]?.href).toBe(
      '/find?q=club&near=M33+2DH&within=3&kind=nursery&inclusion=hoist&unsaid=1',
    );
    expect(chosen[1]?.href).not.toContain('within');
  });

  test('says how many have not said, and leads there', () => {
    const { unsaid } = page('inclusion=hoist').results ?? {};
    const count = Number(/^\d+/.exec(unsaid?.text ?? '')?.[0]);
    expect(count).toBeGreaterThan(0);
    const total = (search: string) => json(search).body.total ?? 0;
    expect(total('inclusion=hoist&unsaid=1')).toBe(total('inclusion=hoist') + count);
    expect(unsaid?.href).toBe('/find?inclusion=hoist&unsaid=1');
    expect(page('inclusion=hoist&unsaid=1').results?.unsaid).toBeNull();
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['near=nowhere', 'near'],
    ['near=SW1A+1AA', 'near'],
    ['age=two', 'age'],
    ['age=229', 'age'],
    ['age=-1', 'age'],
    ['age=1.5', 'age'],
    [`q=${'x'.repeat(201)}`, 'q'],
  ])('%s is told at the field %s, with what was typed', (search, field) => {
    const shown = page(search);
    expect(shown).toMatchObject({ status: 400, results: null, redirect: null });
    expect(shown.form.problems.summary.map(({ href: to }) => to)).toEqual([`#${field}`]);
    const typed: Readonly<Record<string, unknown>> = shown.form.values;
    expect(typed[field]).toBe(new URLSearchParams(search).get(field));
    const answered = json(search);
    expect(answered.status).toBe(400);
    expect(answered.body).toEqual({
      problems: [{ field, message: shown.form.problems.summary[0]?.text }],
    });
  });

  test.each([
    'kind=castle',
    'inclusion=magic',
    'within=7',
    'sort=worst',
    'page=0',
    'page=-1',
    'page=x',
    'unsaid=2',
    'x=1',
    'age=',
    'near=+',
  ])('%s is no problem: it is left out', (search) => {
    expect(json(search)).toEqual(json(''));
  });
});
