import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteStaff } from '#accounts/invite-staff.ts';
import { addHours, linkToken } from '#platform/links/access-link.ts';
import { askPlace, sendSampleRequest, valueOf } from '../support/request.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { openSiteApp } from './support/site-app.ts';
import { expectHelpful, Visitor } from './support/visitor.ts';

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

/** The newest link of a purpose: its secret and its id. */
function newest(purpose: string) {
  const id = String(
    sql('select id from access_link where purpose = ? order by rowid desc', purpose)[0],
  );
  return { id, token: linkToken(app.keys, id) };
}
let places = 0;
const somewhere = () => `place${(places += 1)}`;

/** A fresh link of each purpose, the page it stands at, and the kind of message that renews it. */
const purposes = [
  { purpose: 'track', path: '/t', kind: 'tracking-link', make: () => void sendSampleRequest(app) },
  {
    purpose: 'answer',
    path: '/answer',
    kind: 'provider-link',
    make: () => void askPlace(app, sendSampleRequest(app), somewhere()),
  },
  {
    purpose: 'join',
    path: '/staff/join',
    kind: null,
    make: () =>
      void valueOf(
        inviteStaff(app.as({ kind: 'system' }), {
          email: `${somewhere()}@council.example`,
          role: 'broker',
        }),
      ),
  },
] as const;

const title = (lang: string, problem: 'linkUsed' | 'linkExpired') =>
  app.catalogue.speak(lang).t(`problems:${problem}.title`);
const visits = () => sql('select count(*) from visit')[0];

describe.each(purposes)('a link to $purpose', ({ purpose, path, make }) => {
  function fresh() {
    make();
    const link = newest(purpose);
    return { ...link, path: `${path}/${link.token}` };
  }

  test('is not used up by a scanner that looks at it 20 times', async () => {
    const link = fresh();
    const before = visits();
    const looks = Array.from({ length: 20 }, (_, at) =>
      new Visitor(site.url).send(link.path, { method: at % 2 === 0 ? 'GET' : 'HEAD', headers: {} }),
    );
    for (const look of await Promise.all(looks)) {
      expect(look.status).toBe(200);
      expect(look.headers.getSetCookie()).toEqual([]);
      expect(look.headers.get('referrer-policy')).toBe('same-origin');
    }
    expect(sql('select used_at from access_link where id = ?', link.id)).toEqual([null]);
    expect(visits()).toBe(before);
  });

  test('lets one in of 10 who use it at once', async () => {
    const link = fresh();
    const before = Number(visits());
    const opened = await Promise.all(
      Array.from({ length: 10 }, () => new Visitor(site.url).post(link.path, { do: 'open' })),
    );
    expect(opened.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(opened.filter(({ status }) => status === 410)).toHaveLength(9);
    expect(opened.filter(({ headers }) => headers.getSetCookie().length > 0)).toHaveLength(1);
    expect(visits()).toBe(before + 1);
  });

  test.each(languages)(
    'that is used, or too old, or tampered with is explained in $lang',
    async ({ lang, prefix }) => {
      const used = fresh();
      await new Visitor(site.url).post(used.path, { do: 'open' });
      const old = fresh();
      changed(
        'update access_link set expires_at = ? where id = ?',
        addHours(app.clock.now(), -1).toISOString(),
        old.id,
      );
      for (const [link, problem] of [
        [used, 'linkUsed'],
        [old, 'linkExpired'],
      ] as const) {
        for (const page of [
          await new Visitor(site.url).get(prefix + link.path),
          await new Visitor(site.url).post(prefix + link.path, { do: 'open' }),
        ]) {
          expectHelpful(page, lang, problem);
          expect(page.status).toBe(410);
          expect(page.h1).toBe(title(lang, problem));
          expect(page.headers.getSetCookie()).toEqual([]);
        }
      }
      const good = fresh();
      for (const token of [
        good.token.slice(0, -1),
        `${good.token}A`,
        good.token.toLowerCase(),
        [...good.token].reverse().join(''),
      ]) {
        expect(
          (await new Visitor(site.url).post(`${prefix}${path}/${token}`, { do: 'open' })).status,
        ).toBe(404);
      }
      for (const other of purposes.filter((one) => one.path !== path)) {
        const elsewhere = await new Visitor(site.url).post(`${prefix}${other.path}/${good.token}`, {
          do: 'open',
        });
        expect(elsewhere.status, `at ${other.path}`).toBe(404);
      }
    },
  );
});

const renewed = purposes.filter(({ kind }) => kind !== null);
describe.each(renewed)('a used link to $purpose', ({ purpose, path, kind, make }) => {
  test('is renewed once, though 10 ask, and its renewal ends what was open', async () => {
    make();
    const link = newest(purpose);
    const place = `${path}/${link.token}`;
    const subject = String(sql('select subject_id from access_link where id = ?', link.id)[0]);
    await new Visitor(site.url).post(place, { do: 'open' });
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => new Visitor(site.url).post(place, { do: 'new-link' })),
    );
    expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(
      sql(
        'select count(*) from outbox_message where kind = ? and subject_id = ?',
        String(kind),
        subject,
      ),
    ).toEqual([1]);
    const open = sql(
      'select id from access_link where subject_id = ? and used_at is null and superseded_at is null',
      subject,
    );
    expect(open).toHaveLength(1);
    expect(open).not.toContain(link.id);
    // The answer is the same for a link that never was: nobody learns which there are.
    const never = await new Visitor(site.url).post(`${path}/${'A'.repeat(43)}`, {
      do: 'new-link',
    });
    expect([never.status, never.h1]).toEqual([200, asked[0]?.h1]);
  });
});
