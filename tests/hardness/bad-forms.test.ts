import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { brokenLines } from './support/broken-lines.ts';
import { raw } from './support/raw.ts';
import { openSiteApp } from './support/site-app.ts';
import {
  expectGuarded,
  expectHelpful,
  expectNoMarkup,
  lookAt,
  Visitor,
  type Seen,
} from './support/visitor.ts';

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
describe.each(languages)('in $lang', ({ lang, prefix }) => {
  const visitor = () => new Visitor(site.url);

  const foreign: readonly (readonly [
    about: string,
    headers: () => Readonly<Record<string, string>>,
  ])[] = [
    ['another site', () => ({ origin: 'https://evil.example' })],
    ['a neighbour on another port', () => ({ origin: 'http://localhost:1' })],
    ['a name that ends like ours', () => ({ origin: `${site.url}.evil.example` })],
    ['nobody who says so', () => ({ origin: 'null' })],
    ['a sibling of ours', () => ({ origin: '', 'sec-fetch-site': 'same-site' })],
    ['something that is no address', () => ({ origin: '%%%' })],
  ];
  test.each(foreign)(
    'a form from %s is not acted on, and its reader is told',
    async (_, headers) => {
      for (const path of [
        '/ask',
        '/ask/check',
        '/t/x',
        '/answer',
        '/track/withdraw',
        '/staff/sign-in',
        '/staff',
        '/find',
      ]) {
        const page = await visitor().post(prefix + path, { do: 'open' }, headers());
        expectRefused(page, lang, path);
      }
    },
  );

  test('a form that does not say where it is from is not acted on either', async () => {
    const page = await visitor().send(`${prefix}/ask`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: {},
    });
    expectRefused(page, lang, '/ask');
  });

  const bodies: readonly (readonly [about: string, type: string | null, body: string])[] = [
    ['JSON', 'application/json', '{"relation":"parent","name":{"$ne":null}}'],
    ['text', 'text/plain', 'relation=parent'],
    ['bytes', 'application/octet-stream', '\u0000\u0001'],
    ['nothing, of no type', null, ''],
    ['something of no type', null, 'relation=parent'],
    ['parts without a boundary', 'multipart/form-data', 'x'],
    ['parts that never come', 'multipart/form-data; boundary=x', '--y\r\n\r\n'],
    ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ];
  test.each(bodies)(
    'a form sent as %s is not a form, and its reader is told',
    async (about, type, body) => {
      const family = visitor();
      expect((await family.post(`${prefix}/ask`)).status).toBe(303);
      for (const path of ['/ask/about', '/ask/contact', '/staff/sign-in', '/t/x']) {
        const headers = { origin: site.url, ...(type !== null && { 'content-type': type }) };
        const page = await family.send(prefix + path, {
          method: 'POST',
          headers,
          body: Buffer.from(body),
        });
        expectHelpful(page, lang, `${about} to ${path}`);
        expect(page.status, `${about} to ${path}`).toBeGreaterThanOrEqual(400);
      }
      expect((await family.get(`${prefix}/ask/about`)).status).toBe(200);
    },
  );

  test('1 MB is refused before it has all been sent, and its sender is told', async () => {
    const port = Number(new URL(site.url).port);
    const started = performance.now();
    const answer = await raw(
      port,
      [
        `POST ${prefix}/ask/about HTTP/1.1`,
        `Host: localhost:${port}`,
        `Origin: ${site.url}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${2 ** 20}`,
      ],
      Buffer.alloc(64 * 1024, 'a'),
    );
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(answer.status).toBe(413);
    expect(answer.head).toContain('content-security-policy');
    const title = app.catalogue.speak(lang).t('problems:tooLarge.title');
    expect(lookAt(answer.body)).toEqual({ lang, h1: title });
  });

  test('1 MB that is sent to its end is answered, not cut off', async () => {
    const page = await visitor().post(`${prefix}/ask/tried`, { text: 'x'.repeat(2 ** 20) });
    expectHelpful(page, lang, '1 MB');
    expect(page.status).toBe(413);
    expect(page.h1).toBe(app.catalogue.speak(lang).t('problems:tooLarge.title'));
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s is not a way to ask',
    async (method) => {
      const port = Number(new URL(site.url).port);
      for (const path of ['/', '/ask', '/find', '/staff', '/api/find.json']) {
        const answer = await raw(port, [
          `${method} ${prefix}${path} HTTP/1.1`,
          `Host: localhost:${port}`,
          'Content-Length: 0',
        ]);
        expect([path, answer.status]).toEqual([path, 405]);
        expect(answer.head).toContain('allow: get, head, post');
        expect(answer.head).toContain('content-security-policy');
        expect(lookAt(answer.body).h1).not.toBe('');
      }
    },
  );

  test('a form sent to a page that has none is a page that helps', async () => {
    for (const path of [
      '/',
      '/find',
      '/privacy',
      '/provider/sample0001',
      '/ask/sent',
      '/track',
      '/nowhere',
    ]) {
      const page = await visitor().post(prefix + path, { x: '1' });
      expectHelpful(page, lang, path);
    }
    for (const path of ['/exit', '/api/find.json']) {
      const page = await visitor().post(prefix + path, { x: '1' });
      expect([path, page.status]).toEqual([path, 404]);
      expectGuarded(page, path);
    }
  });

  test('answers that make no sense are asked for again, with what was typed', async () => {
    const family = visitor();
    await family.post(`${prefix}/ask`);
    const typed: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
      wish: { wish: 'constructor' },
      about: { relation: 'constructor' },
      agreement: { givenBy: '', how: 'toString', role: 'x\u0000\u202e👶'.repeat(400) },
      contact: {
        name: 'x\u0000\u202e👶'.repeat(40),
        channel: ['email', 'phone'],
        email: '"><script>alert(1)</script>@x',
        phone: '1',
        speaks: '__proto__',
      },
      children: { name: ['x'.repeat(9000), ''], month: ['13', '1e1'], year: ['-1', 'NaN'] },
      'needs-1': { groups: ['__proto__', "' OR 1=1"], text: 'x'.repeat(9000) },
      'care-1': { tasks: ['valueOf'], care: 'x'.repeat(9000) },
      start: { when: 'month', month: '1e1', year: 'NaN' },
      times: { slots: ['someday'] },
      money: { weeklyPounds: '1e9' },
      place: { postcode: "'; DROP TABLE provider; --", miles: '1e9' },
      tried: { place: '👶'.repeat(2001), reason: '__proto__', words: '' },
      helpers: { role: 'constructor', name: 'x'.repeat(500), contact: '', mayAsk: 'x' },
      sharing: { share: 'toString' },
    };
    for (const [step, fields] of Object.entries(typed)) {
      const page = await family.post(`${prefix}/ask/${step}`, {
        ...fields,
        __proto__: 'x',
        constructor: 'x',
      });
      expectHelpful(page, lang, step);
      expect(page.status, step).toBe(422);
      expect(page.html, step).toContain('govuk-error-summary');
      expectNoMarkup(page, step);
    }
    const leads = await family.get(`${prefix}/ask/check`);
    expect([leads.status, leads.location]).toEqual([303, `${prefix}/ask/wish`]);
  });

  test('cookies that make no sense open nothing', async () => {
    const cookies = ['%ff', '%', '"', 'x'.repeat(4000), '__proto__', 'a=b=c', '😀'.repeat(3)];
    for (const value of cookies) {
      const names = [
        '__Host-request',
        '__Host-family',
        '__Host-provider',
        '__Host-join',
        '__Host-staff',
        '__Host-staff-code',
      ];
      const cookie = Buffer.from(names.map((name) => `${name}=${value}`).join('; '))
        .toString('latin1')
        .slice(0, 14_000);
      for (const path of [
        '/',
        '/ask/about',
        '/ask/check',
        '/track',
        '/answer',
        '/staff',
        '/staff/join',
        '/staff/code',
      ]) {
        const page = await visitor().get(prefix + path, { cookie });
        expectHelpful(page, lang, `${path} with ${value}`);
        if (path.startsWith('/staff') && path !== '/staff/join')
          expect(page.status, path).toBe(303);
      }
    }
  });

  test('nobody comes into the staff area unsigned, however it is spelt', async () => {
    const paths = [
      '/staff',
      '/staff/',
      '/staff/case/x',
      '/staff/nowhere',
      '/staff/case/FIS-2222-2222/close',
      '/s%74aff',
      '/%73%74%61%66%66/case/x',
      '/STAFF',
      '/Staff/case/x',
      '/staff/%2e%2e/staff',
      '/staff/enrol',
      '/staff/code',
      '/staff/recovery-codes',
      '/staff?view=all',
      '/find/../staff',
      '/staff%2fcase',
      '/%2573taff',
    ];
    for (const path of paths) {
      const page = await visitor().get(prefix + path);
      expectHelpful(page, lang, path);
      const leads =
        page.status === 303 && /^(?:\/ur)?\/staff\/sign-in(?:\?again=1)?$/.test(page.location);
      expect(leads || page.status === 404, `${path}: ${page.status} ${page.location}`).toBe(true);
    }
    const sent = await visitor().post(`${prefix}/staff`, { claim: 'FIS-2222-2222' });
    expect([sent.status, sent.location]).toEqual([303, `${prefix}/staff/sign-in`]);
  });
});

function expectRefused(page: Seen, lang: string, about: string): void {
  expectHelpful(page, lang, about);
  expect(page.status, about).toBe(403);
  expect(page.h1, about).toBe(app.catalogue.speak(lang).t('problems:foreignOrigin.title'));
  expect(page.headers.getSetCookie(), about).toEqual([]);
}

test('headers without end are refused, with an explanation', async () => {
  const port = Number(new URL(site.url).port);
  const answer = await raw(port, [
    'GET / HTTP/1.1',
    `Host: localhost:${port}`,
    `X-Long: ${'x'.repeat(40_000)}`,
  ]);
  expect(answer.status).toBe(431);
  expect(answer.head).toContain('content-security-policy');
  expect(lookAt(answer.body).h1).not.toBe('');
});

test('through all of it the site has broken nowhere', async () => {
  expect(brokenLines(site)).toEqual([]);
  expect((await new Visitor(site.url).get('/healthz')).status).toBe(200);
});
