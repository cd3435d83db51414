import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../accounts/browser.ts';
import {
  askPlace,
  offerFrom,
  sendSampleRequest,
  startDraft,
  type SentRequest,
} from '../support/request.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { openSiteApp } from './support/site-app.ts';
import { signedIn } from './support/staff.ts';
import { cookieOf, expectHelpful, Visitor, type Seen } from './support/visitor.ts';

const folder = newFolder();
let site: Site;
let app: TestApp;
beforeAll(async () => {
  app = openSiteApp(folder);
  site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
}, 240_000);
afterAll(async () => {
  app.db.$client.close();
  await site.stop();
});

const languages = [
  { lang: 'en', prefix: '' },
  { lang: 'ur', prefix: '/ur' },
] as const;
const sql = (text: string, ...values: readonly string[]) =>
  app.db.$client
    .prepare(text)
    .pluck()
    .all(...values);
const changed = (text: string, ...values: readonly string[]) =>
  app.db.$client.prepare(text).run(...values).changes;

let places = 0;
const somewhere = () => `place${(places += 1)}`;

describe('who has a way in has it to their own request alone', () => {
  /** A family that has an option to choose, in its browser. */
  function familyWithOption() {
    const sent = sendSampleRequest(app);
    const offerId = offerFrom(app, sent, { id: somewhere() });
    const visitor = new Visitor(site.url);
    visitor.browser.take([`__Host-family=${sent.visitToken}`]);
    return { sent, offerId, visitor };
  }

  test.each(languages)(
    'another family’s option is not there, in $lang',
    async ({ lang, prefix }) => {
      const mine = familyWithOption();
      const theirs = familyWithOption();
      for (const act of ['choose', 'decline']) {
        const path = `${prefix}/track/${act}/${theirs.offerId}`;
        for (const page of [
          await mine.visitor.get(path),
          await mine.visitor.post(path, { reason: 'mine now' }),
        ]) {
          expectHelpful(page, lang, path);
          expect(page.status).toBe(404);
        }
        expect((await mine.visitor.get(`${prefix}/track/${act}/${mine.offerId}`)).status).toBe(200);
      }
      expect(theirs.sent.now().status).toBe('waiting-family');
      expect((await theirs.visitor.get(`${prefix}/track`)).html).toContain(theirs.sent.reference);
    },
  );

  test('a family’s secret opens no question, and a provider’s no request', async () => {
    const { sent } = familyWithOption();
    const wrong = new Visitor(site.url);
    wrong.browser.take(
      ['provider', 'join', 'request'].map((name) => `__Host-${name}=${sent.visitToken}`),
    );
    for (const path of ['/answer', '/track', '/ask/sent', '/ask/check']) {
      expect((await wrong.get(path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  test('the pages that anybody, a family, or a provider can walk through change nothing', async () => {
    const { sent, visitor } = familyWithOption();
    const draft = startDraft(app, { steps: ['wish', 'about'] });
    visitor.browser.take([`__Host-request=${draft}`]);
    const walker = app.db.$client;
    await settled();
    const before = walker.pragma('data_version', { simple: true });
    const seen = await walk(visitor, [
      '/',
      '/ur',
      '/ask/about',
      '/ask/check',
      '/track',
      '/ur/track',
      '/ask/sent',
      '/staff',
    ]);
    expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
    expect(seen.length).toBeGreaterThan(40);
    expect(walker.pragma('data_version', { simple: true }), 'no transaction has written').toBe(
      before,
    );
    expect(sent.now().status).toBe('waiting-family');
  });

  /** Waits until the outbox is empty, so that nothing but the walk can write. */
  const settled = async () => {
    while (Number(sql(`select count(*) from outbox_message where state = 'queued'`)[0]) > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
});

/** Follows every link from some pages on, but the one that leaves. */
/** Leaving at once forgets what was open; taking all that is held away is put on record. */
const leavesATrace = /\/(exit|track\/download.*)$/;

async function walk(visitor: Visitor, from: readonly string[]) {
  const waiting = [...from];
  const known = new Set(from);
  const seen: { path: string; status: number }[] = [];
  for (
    let path = waiting.shift();
    path !== undefined && seen.length < 150;
    path = waiting.shift()
  ) {
    const { status, html, location } = await visitor.get(path);
    seen.push({ path, status });
    const links = [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    for (const link of [...links, location].filter(
      (one) => one.startsWith('/') && !leavesATrace.test(one),
    )) {
      if (!known.has(link)) waiting.push(link);
      known.add(link);
    }
  }
  return seen;
}

describe('two brokers at one request', () => {
  let asha: Browser;
  let sent: SentRequest;
  beforeAll(async () => {
    asha = await signedIn(app, 'asha.first@council.example');
  });
  const broker = () => new Visitor(site.url, asha);
  const hidden = ({ html }: Seen) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

  test.each(languages)(
    'the second to send a form is told, keeps what was typed, and can send it again, in $lang',
    async ({ lang, prefix }) => {
      sent = sendSampleRequest(app);
      askPlace(app, sent, somewhere());
      const id = somewhere();
      const forms = [
        {
          path: `${prefix}/staff/case/${sent.reference}/ask/${addPlaceTo(id)}`,
          fields: {
            providerName: 'Typed Nursery',
            email: 'typed@nursery.example',
            note: 'typed note',
          },
        },
        {
          path: `${prefix}/staff/case/${sent.reference}/close`,
          fields: { outcome: 'found-own', note: 'typed note' },
        },
      ];
      for (const { path, fields } of forms) {
        const version = hidden(await broker().get(path));
        expect(version, path).not.toBe('');
        changed('update brokerage_case set version = version + 1 where id = ?', sent.caseId);
        const stale = await broker().post(path, { ...fields, version });
        expectHelpful(stale, lang, path);
        expect(stale.status, path).toBe(409);
        for (const typed of Object.values(fields)) expect(stale.html, path).toContain(typed);
        expect(stale.html).toContain(app.catalogue.speak(lang).t('casework:changed'));
        for (const nonsense of ['', 'x', '-1', '1e99', 'NaN', '__proto__']) {
          expect(
            (await broker().post(path, { ...fields, version: nonsense })).status,
            nonsense,
          ).toBe(409);
        }
        expect(
          (await broker().post(path, { ...fields, version: hidden(stale) })).status,
          path,
        ).toBe(303);
      }
      expect(sent.now().status).toBe('closed');
      for (const { path, fields } of forms) {
        const late = await broker().post(path, { ...fields, version: String(sent.now().version) });
        expectHelpful(late, lang, path);
        expect(late.status, path).toBe(409);
      }
    },
  );

  test.each(['FIS-2222-2222', 'x', '__proto__', "'%20OR%201=1", '%F0%9F%91%B6'])(
    'a request called %s is not there',
    async (reference) => {
      for (const path of ['', '/close', '/ask/nobody']) {
        const page = await broker().get(`/ur/staff/case/${reference}${path}`);
        expectHelpful(page, 'ur', path);
        expect(page.status).toBe(404);
      }
      expect((await broker().post('/staff', { claim: reference })).status).toBe(404);
      expect((await broker().post(`/staff/case/${reference}`, { do: '__proto__' })).status).toBe(
        404,
      );
    },
  );

  test.each(['0', '-1', '1.5', 'NaN', 'Infinity', '1e300', '__proto__'])(
    'page %s of the queue is a page of it',
    async (page) => {
      for (
        let more = Number(sql(`select count(*) from brokerage_case where status <> 'closed'`)[0]);
        more < 27;
        more += 1
      )
        sendSampleRequest(app);
      const queue = await broker().get(`/staff?view=all&page=${page}`);
      expectHelpful(queue, 'en', page);
      expect(queue.status).toBe(200);
    },
  );

  test('the part of a session that the database holds is not enough to come in', async () => {
    const token = String(sql('select token from staff_session')[0]);
    expect(cookieOf(asha, '__Host-staff')).not.toContain(encodeURIComponent(token));
    const thief = new Visitor(site.url);
    thief.browser.take([`__Host-staff=${encodeURIComponent(token)}`]);
    expect((await thief.get('/staff')).location).toBe('/staff/sign-in');
    thief.browser.take([`__Host-staff=${encodeURIComponent(`${token}.${'A'.repeat(43)}=`)}`]);
    expect((await thief.get('/staff')).location).toBe('/staff/sign-in');
  });
});

function addPlaceTo(id: string): string {
  askPlace(app, sendSampleRequest(app), id);
  return id;
}
