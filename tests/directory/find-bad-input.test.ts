import { describe, expect, test } from 'vitest';
import { findJson } from '#directory/find-json.ts';
import { findPage } from '#directory/find-page.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { openGeneratedApp } from '../support/generated-app.ts';

const { ctx, as } = openGeneratedApp(60);
const href = (path: string, query?: Query) => addressOf('en', path, query);
const page = (search: string) => findPage(ctx, href, new URLSearchParams(search));
const form = async (search: string) => {
  const shown = (await page(search)).form;
  if (shown === null) throw new Error(`${search} has no form`);
  return shown;
};
const fields = async (search: string) =>
  (await form(search)).sections.flatMap((section) => section.fields);
const ticks = async (search: string) =>
  (await form(search)).sections.flatMap((section) => [
    ...section.ticks,
    ...section.parts.flatMap((part) => part.ticks),
  ]);

describe('what cannot be understood', () => {
  test.each([
    ['near=nowhere', 'near', 'near'],
    ['near=SW1A+1AA', 'near', 'near'],
    [`near=${'M33'.repeat(500)}`, 'near', 'near'],
    ['near=M33&to=nowhere', 'to', 'to'],
    ['to=M33', 'near', 'to'],
    ['age=two', 'age', 'age'],
    ['age=229', 'age', 'age'],
    ['age=-1', 'age', 'age'],
    ['age=1.5', 'age', 'age'],
    ['dob=13&dob=2024', 'dob', 'dob'],
    ['dob=2024-13', 'dob', 'dob'],
    ['dob=May', 'dob', 'dob'],
    ['dob=5', 'dob', 'dob'],
    ['due=soon', 'dob', 'dob'],
    ['start=31/2/2027', 'start', 'start'],
    ['start=tomorrow', 'start', 'start'],
    ['from=9am', 'from', 'from'],
    ['from=25:00', 'from', 'from'],
    ['from=18:00&to=08:00', 'from', 'from'],
    ['max=-1', 'max', 'max'],
    ['max=lots', 'max', 'max'],
    ['near=M33&to=M31&via=-1', 'via', 'via'],
    [`q=${'x'.repeat(201)}`, 'q', 'q'],
  ])('%s is told at the field %s, with what was typed', async (search, field, parameter) => {
    const shown = await page(search);
    expect(shown).toMatchObject({ status: 400, results: null, redirect: null });
    expect((await form(search)).problems.summary.map(({ href: to }) => to)).toEqual([`#${field}`]);
    const wrong = (await form(search)).sections.filter((section) =>
      section.fields.some(({ id }) => id === field),
    );
    expect(wrong.map(({ isOpen }) => isOpen)).toEqual([true]);
    const told = (await fields(search)).find(({ id }) => id === field);
    expect(told?.error).toBe((await form(search)).problems.summary[0]?.text);
    const typed = new URLSearchParams(search).getAll(parameter);
    const kept = (await fields(search)).map(({ value }) => value);
    if (field !== 'dob' || typed[0] !== '2024-13')
      expect(kept).toEqual(expect.arrayContaining(typed));
  });

  test('is told all at once, and nothing else that was chosen is lost', async () => {
    const search = 'near=M33&age=x&max=y&via=z&kind=nursery&inclusion=hoist&day=1&q=club&unsaid=1';
    expect((await form(search)).problems.summary.map(({ href: to }) => to).sort()).toEqual([
      ...['#age', '#max', '#via'],
    ]);
    expect((await ticks(search)).filter(({ isChosen }) => isChosen)).toHaveLength(3);
    expect((await ticks(search)).every(({ total: told }) => told === null)).toBe(true);
    expect((await form(search)).unsaid).toBe(true);
  });

  test('a place with a name like others is answered with those we know', async () => {
    expect((await form('near=M33+9ZZ')).problems.summary[0]?.text).toBe(
      'We do not know exactly that. We do know M33',
    );
  });

  test.each([
    ...['kind=castle', 'inclusion=magic', 'within=7', 'sort=worst', 'page=0', 'page=-1', 'page=x'],
    ...['unsaid=2', 'x=1', 'age=', 'near=+', 'dob=&dob=', 'day=8', 'day=monday', 'term=never'],
    ...[
      'funded=all',
      'vacancy=yes',
      'language=klingon',
      'language=__proto__',
      'register=__proto__',
    ],
    ...['outcome=constructor', 'for=everybody', 'premises=tent', 'max=', 'from=', 'to=', 'via='],
  ])('%s is no problem: it is left out', async (search) => {
    expect(await findJson(ctx, new URLSearchParams(search))).toEqual(
      await findJson(ctx, new URLSearchParams('')),
    );
  });

  const hostile = [
    ...['👩‍👧‍👦', '\u202e\u2066nursery\u2069\u200f', '" OR name:* NEAR/2 (^col AND NOT', '\0'],
    ...["'; DROP TABLE service; --", '"><script>alert(1)</script>', '{{constructor}} ${1+1}'],
    ...['%', '\\', '../../etc/passwd', 'a'.repeat(10_000), 'nursery '.repeat(1_250), '__proto__'],
  ];
  const parameters = [
    ...['q', 'near', 'within', 'kind', 'age', 'dob', 'due', 'start', 'day', 'from', 'to', 'via'],
    ...['term', 'funded', 'vacancy', 'max', 'inclusion', 'language', 'school', 'register'],
    ...['premises', 'outcome', 'for', 'unsaid', 'sort', 'page', 'map'],
  ];

  test.each(parameters)('hostile text in %s gives a page that says something', async (name) => {
    for (const text of hostile) {
      for (const language of ['en', 'ur']) {
        const search = new URLSearchParams([
          [name, text],
          ['near', 'M33'],
        ]);
        const shown = await findPage(as(language), (path) => path, search);
        expect([200, 400]).toContain(shown.status);
        expect((shown.form?.problems.summary.length ?? 0) > 0).toBe(shown.status === 400);
      }
    }
  });

  test('every parameter many times over is still a page', async () => {
    const search = new URLSearchParams(
      parameters.flatMap((name) => Array.from({ length: 40 }, (_, at) => [name, `${at}`])),
    );
    expect([200, 400]).toContain((await findPage(ctx, href, search)).status);
  });
});
