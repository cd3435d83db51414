import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { brokenLines } from './support/broken-lines.ts';
import { openSiteApp } from './support/site-app.ts';
import { expectGuarded, expectHelpful, expectNoMarkup, Visitor } from './support/visitor.ts';

const folder = newFolder();
let site: Site;
let app: TestApp;
beforeAll(async () => {
  site = await startSite({ folder });
  app = openSiteApp(folder);
}, 240_000);
afterAll(async () => {
  app.db.$client.close();
  await site.stop();
});

const languages = [
  { lang: 'en', prefix: '' },
  { lang: 'ur', prefix: '/ur' },
] as const;
const anObject = z.record(z.string(), z.unknown());
const tenThousand = (shape: string) =>
  encodeURIComponent(shape.repeat(Math.ceil(10_000 / shape.length)).slice(0, 10_000));

/** A query of `/find`, and the status it should have: 200 results, 400 told what is wrong, 303 led on. */
const searches: readonly (readonly [about: string, query: string, status: number])[] = [
  ['a postcode that cannot be', 'near=ZZ99+9ZZ9', 400],
  ['a postcode that is nowhere', 'near=ZE3+9ZQ', 400],
  ['a postcode that is a story', `near=${'M33'.repeat(500)}`, 400],
  ['half a postcode that is nowhere', 'near=ZE3', 400],
  ['page 0', 'page=0', 200],
  ['page -1', 'page=-1', 200],
  ['page 9999', 'page=9999', 303],
  ['page 1.5', 'page=1.5', 200],
  ['page NaN', 'page=NaN', 200],
  ['page 1e9', 'page=1e9', 200],
  ['a page number without end', `page=${'9'.repeat(400)}`, 200],
  ['a kind nobody knows', 'kind=casino', 200],
  ['kinds that every object has', 'kind=__proto__&kind=constructor&kind=toString', 200],
  [
    'an inclusion nobody knows',
    'inclusion=levitation&inclusion=__proto__&inclusion=hasOwnProperty',
    200,
  ],
  [
    'parameters that every object has',
    '__proto__=1&__proto__[q]=1&constructor=1&constructor.prototype=1&toString=1',
    200,
  ],
  ['an age that cannot be', 'age=-1', 400],
  ['an age that is no number', 'age=0x10', 400],
  ['an age beyond all', 'age=999999999999999999999', 400],
  ['a distance nobody offers', 'near=M33&within=1e99', 200],
  ['a sort nobody offers', 'sort=__proto__', 200],
  [
    'every parameter twice and more',
    'q=a&q=b&near=M33&near=ZZ&age=10&age=x&page=1&page=x&sort=name&sort=x',
    200,
  ],
  ['too many words', `q=${tenThousand('nursery ')}`, 400],
  ['10 kB without a gap', `q=${tenThousand('a')}`, 400],
  ['10 kB of emoji', `q=${encodeURIComponent('👶🏽'.repeat(620))}`, 400],
  ['an emoji', `q=${encodeURIComponent('👩‍👧‍👦')}`, 200],
  ['marks that turn text round', `q=${encodeURIComponent('\u202e\u2066nursery\u2069\u200f')}`, 200],
  ['NUL and its like', 'q=%00%07%1b[31m&near=%00', 400],
  ['NUL in words', 'q=nur%00sery', 200],
  ['half a character', 'q=%F0%9F%98', 200],
  ['broken percent signs', 'q=%zz%&near=M33%', 200],
  ['search syntax', `q=${encodeURIComponent('" OR name:* NEAR/2 (^col AND NOT')}`, 200],
  [
    'SQL',
    `q=${encodeURIComponent("'; DROP TABLE provider; --")}&kind=${encodeURIComponent("' OR 1=1 --")}`,
    200,
  ],
  ['markup', `q=${encodeURIComponent('"><script>alert(1)</script>')}`, 200],
  ['a template', `q=${encodeURIComponent('{{constructor}} ${1+1} $t(site:back)')}`, 200],
  ['1,000 parameters', Array.from({ length: 1000 }, (_, at) => `p${at}=1`).join('&'), 200],
  ['500 kinds', Array.from({ length: 500 }, (_, at) => `kind=k${at}`).join('&'), 200],
];

describe.each(languages)('in $lang', ({ lang, prefix }) => {
  const visitor = () => new Visitor(site.url);

  test.each(searches)('a search for %s is answered', async (about, query, status) => {
    const page = await visitor().get(`${prefix}/find?${query}`);
    expectHelpful(page, lang, about);
    expect(page.status).toBe(status);
    expectNoMarkup(page, about);
    if (status === 400)
      expect(page.html, 'it says what to put right').toContain('govuk-error-summary');
  });

  test('page 9999 leads to a page with results', async () => {
    const { location } = await visitor().get(`${prefix}/find?near=M33&page=9999`);
    const page = await visitor().get(location);
    expectHelpful(page, lang, location);
    expect(page.status).toBe(200);
    expect(page.html).toContain('fis-result');
  });

  test.each(searches)('the data for %s is an answer too', async (about, query, status) => {
    const page = await visitor().get(`${prefix}/api/find.json?${query}`);
    expect(page.status, about).toBe(status === 303 ? 200 : status);
    expectGuarded(page, about);
    expect(Object.keys(anObject.parse(JSON.parse(page.html)))).toContain(
      status === 400 ? 'problems' : 'results',
    );
  });

  test('every such search can be printed, or leads to where it is put right', async () => {
    for (const [about, query, status] of searches) {
      const page = await visitor().get(`${prefix}/find/print?${query}`);
      expect(page.status, about).toBe(status === 200 ? 200 : 303);
      if (status === 200) expectHelpful(page, lang, about);
      else expect(page.location, about).toContain(`${prefix}/find?`);
      expectNoMarkup(page, about);
    }
  });

  const markup = encodeURIComponent('"><script>alert(1)</script> {{name}} $t(site:back) \u0000');
  const journeys: readonly (readonly [path: string, status: number])[] = [
    [`/search?q=${markup}`, 200],
    [`/search?q=${tenThousand('nursery ')}`, 400],
    ['/search?q=%00&q=%F0%9F%98&__proto__=1', 200],
    [`/journey?dob=${markup}&dob=${markup}&near=${markup}`, 400],
    ['/journey?dob=13&dob=2025', 400],
    ['/journey?dob=9999-99&near=ZZ99+9ZZ9', 400],
    ['/journey?dob=__proto__&near=%00', 400],
    ['/journey/thinking?near=ZE3+9ZQ', 400],
    ['/journey/__proto__', 404],
    ['/journey/for/constructor', 404],
  ];
  test.each(journeys)('%s is answered', async (path, status) => {
    const page = await visitor().get(prefix + path);
    expectHelpful(page, lang, path);
    expectNoMarkup(page, path);
    expect(page.status).toBe(status);
    if (status === 400)
      expect(page.html, 'it says what to put right').toContain('govuk-error-summary');
  });

  test('a letter takes any text as text, and says what is too long', async () => {
    const path = `${prefix}/guidance/refused-a-place/letter`;
    const date = { day: '1', month: '2', year: '2026' };
    const markup = '"><script>alert(1)</script> {{name}} $t(site:back) \u0000';
    const fields = { provider: markup, reason: markup, name: markup, ...date };
    const letter = await visitor().post(path, fields);
    expectHelpful(letter, lang, path);
    expect(letter.status).toBe(200);
    expectNoMarkup(letter, path);
    const wrong = await visitor().post(path, { ...fields, reason: 'x'.repeat(9000), year: '٢' });
    expectHelpful(wrong, lang, path);
    expect(wrong.status).toBe(422);
    expectNoMarkup(wrong, path);
  });

  test('the price of a place takes nonsense as something to put right', async () => {
    const path = `${prefix}/shortlist/price?ids=sample0001,sample0034`;
    const markup = '"><script>alert(1)</script> {{name}} $t(site:back) \u0000';
    const names = ['day', 'from', 'to', 'spread', 'month', 'year', 'startMonth', 'startYear'];
    const fields = Object.fromEntries(
      [...names, 'hours', 'help', 'also', 'first', 'second', 'secondDay'].map((one) => [
        one,
        markup,
      ]),
    );
    const page = await visitor().post(path, fields);
    expectHelpful(page, lang, path);
    expect(page.status).toBe(422);
    expectNoMarkup(page, path);
  });

  test('the checker takes nonsense as something to put right, and goes nowhere without a child', async () => {
    const markup = '"><script>alert(1)</script> {{name}} $t(site:back) \u0000';
    const answered = { answered: 'children', changes: markup, only: markup, __proto__x: markup };
    const fields = { 'month-a': markup, 'year-a': markup, 'needs-a': markup, credit: markup };
    for (const path of ['/checker', '/checker/questions']) {
      const page = await visitor().post(prefix + path, { ...fields, ...answered });
      expectHelpful(page, lang, path);
      expect(page.status).toBe(422);
      expectNoMarkup(page, path);
    }
    for (const path of ['/checker/result', '/checker/calendar', '/reminders']) {
      const page = await visitor().post(prefix + path, { ...fields, ...answered, do: 'ask' });
      expect([page.status, page.location]).toEqual([303, `${prefix}/checker`]);
    }
    const child = { ...fields, 'month-a': '5', 'year-a': '2025', email: markup, way: 'email' };
    for (const [path, status] of [
      ['/checker/result', 200],
      ['/reminders', 422],
    ] as const) {
      const page = await visitor().post(prefix + path, { ...child, pick: markup, do: 'ask' });
      expectHelpful(page, lang, path);
      expect(page.status).toBe(status);
      expectNoMarkup(page, path);
    }
  });

  const strange: readonly (readonly [path: string, status: number])[] = [
    ['/nowhere', 404],
    ['/find/', 200],
    ['/provider/', 404],
    ['/provider/nobody', 404],
    ['/provider/nobody/price', 404],
    ['/provider/__proto__/price', 404],
    ['/shortlist/price?ids=nobody,%00,__proto__', 200],
    ['/provider/__proto__', 404],
    [`/provider/${'x'.repeat(3000)}`, 404],
    [`/provider/${encodeURIComponent("' OR 1=1 --")}`, 404],
    ['/provider/%zz', 400],
    ['/provider/%00', 400],
    ['/guidance/nothing', 404],
    ['/guidance/__proto__', 404],
    ['/guidance/fathers/easy', 404],
    ['/guidance/fathers/print?easy=1', 404],
    ['/guidance/fathers/print?size=%00&size=x', 200],
    ['/guidance/fathers/letter', 404],
    ['/guidance/refused-a-place/letter', 200],
    ['/shortlist/print?ids=%00,__proto__', 200],
    ['/checker/questions?born-a=%00&born-b=9999-99&to=__proto__', 200],
    ['/checker/questions?answered=constructor&to=constructor', 200],
    ['/checker/nothing', 404],
    ['/reminders/x', 410],
    ['/reminders/__proto__', 410],
    ['/ask/nothing', 404],
    ['/ask/__proto__', 404],
    ['/ask/about', 410],
    ['/ask/check', 410],
    ['/ask/sent', 404],
    ['/track', 404],
    ['/track/withdraw', 404],
    ['/track/choose/1', 404],
    ['/track/decline/1', 404],
    ['/answer', 404],
    ['/problem/nothing', 404],
    ['/.git/config', 404],
    ['/etc/passwd', 404],
    ['/xx/find', 404],
  ];
  test.each(strange)('%s is a page that helps', async (path, status) => {
    const page = await visitor().get(prefix + path);
    expectHelpful(page, lang, path);
    expect(page.status).toBe(status);
  });

  test('what an encoding hides from the path is a page that helps', async () => {
    for (const path of ['/%66ind', '/%75r/find', '/ur/ur', '/ur/%2e%2e/%2e%2e/etc/passwd']) {
      const page = await visitor().get(prefix + path);
      expect([200, 404], path).toContain(page.status);
      expectGuarded(page, path);
      expect(page.h1, path).not.toBe('');
    }
  });

  test.each([
    'x',
    'A'.repeat(43),
    '__proto__',
    'x'.repeat(5000),
    encodeURIComponent("' OR 1=1 --"),
    '%F0%9F%91%B6',
  ])('the secret %s opens nothing', async (token) => {
    for (const place of ['/t', '/answer', '/staff/join']) {
      const path = `${prefix}${place}/${token}`;
      for (const page of [await visitor().get(path), await visitor().post(path, { do: 'open' })]) {
        expectHelpful(page, lang, path);
        expect(page.status, path).toBe(404);
        expect(page.h1, path).toBe(app.catalogue.speak(lang).t('problems:linkUnknown.title'));
        expect(page.headers.getSetCookie(), path).toEqual([]);
      }
    }
  });
});

test('through all of it the site has broken nowhere', async () => {
  expect(brokenLines(site)).toEqual([]);
  expect((await new Visitor(site.url).get('/healthz')).status).toBe(200);
});
