import { eq } from 'drizzle-orm';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAccountByEmail } from '#accounts/staff-account-store.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { staffRoles, type StaffRole } from '#platform/context.ts';
import { askPlace, sendSampleRequest } from '../support/request.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { answersOf, lines, whos, type Found, type Who } from './support/staff-lines.ts';
import { openSiteApp } from './support/site-app.ts';
import { signedIn } from './support/staff.ts';
import { expectGuarded, Visitor, type Seen } from './support/visitor.ts';

const staffPages = join(import.meta.dirname, '../../src/pages/staff');
/** Every page of the staff area, as its files name it. */
const routes = readdirSync(staffPages, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:astro|ts)$/.test(file))
  .map((file) => `/staff/${file}`.replace(/\.(?:astro|ts)$/, '').replace(/\/index$/, ''))
  .sort();

const folder = newFolder();
const visitors = new Map<Who, Visitor>();
/** One request of each role's own, and one that somebody else works on. */
const cases = new Map<StaffRole | 'another', Case>();
let site: Site;
let app: TestApp;

type Case = {
  readonly reference: string;
  readonly enquiry: string;
  readonly provider: string;
  /** What only this family told. */
  readonly name: string;
};

beforeAll(async () => {
  app = openSiteApp(folder);
  site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
  visitors.set('nobody', new Visitor(site.url));
  for (const role of staffRoles) {
    const browser = await signedIn(app, `${role}@council.example`, role);
    visitors.set(role, new Visitor(site.url, browser));
    cases.set(role, addCase(role, idOf(role) ?? ''));
  }
  cases.set('another', addCase('another', 'somebody-else'));
}, 240_000);
afterAll(async () => {
  app.db.$client.close();
  await site.stop();
});

/** A request with words of its own, a question out, and an owner. */
function addCase(whose: string, ownerId: string): Case {
  const name = `Family of ${whose}`;
  const contact = { name: [name], channel: ['email'], email: [`${whose}@family.example`] };
  const sent = sendSampleRequest(app, { contact: { ...contact, phone: [''], speaks: ['ur'] } });
  const provider = `place-${whose}`;
  const { enquiryId } = askPlace(app, sent, provider);
  app.db.update(brokerageCase).set({ ownerId }).where(eq(brokerageCase.id, sent.caseId)).run();
  return { reference: sent.reference, enquiry: enquiryId, provider, name };
}

const caseFor = (who: Who, found: Found): Case | undefined =>
  found === 'own' && who !== 'nobody' ? cases.get(who) : cases.get('another');

/** The address of a page about something of this role's own, of another's, or of nothing. */
function addressOf(route: string, who: Who, found: Found): string {
  const one = caseFor(who, found);
  const isThere = found !== 'unknown' && one !== undefined;
  const values: Readonly<Record<string, string>> = isThere
    ? {
        reference: one.reference,
        enquiry: one.enquiry,
        provider: one.provider,
        ...personOf(route, who, found),
      }
    : { reference: 'FIS-2222-2222' };
  return route.replace(/\[(\w+)\]/g, (_all, name: string) => values[name] ?? 'nothing');
}

/** On the pages of people, `id` is an account: one's own, or a broker's. */
function personOf(route: string, who: Who, found: Found): { readonly id?: string } {
  if (!route.startsWith('/staff/people')) return {};
  const id = idOf(found === 'own' ? who : 'broker');
  return id === undefined ? {} : { id };
}
const idOf = (who: Who) => findAccountByEmail(app.db, `${who}@council.example`)?.id;

/** Whose words the page of a request shows that are not its family's. */
const strangersIn = ({ html }: Seen, route: string, about: Case | undefined) =>
  [...cases.values()]
    .map(({ name }) => name)
    .filter(
      (name) => route.startsWith('/staff/case/') && name !== about?.name && html.includes(name),
    );

test('every page of the staff area has a line in the table, and every line a page', () => {
  expect(Object.keys(lines).sort()).toEqual(routes);
});

const foundsOf = (route: string, who: Who): readonly Found[] =>
  route.includes('[') && who !== 'nobody' ? ['own', 'another', 'unknown'] : ['own'];

describe.each(routes)('%s', (route) => {
  test.each(whos)('answers %s as the table says', async (who) => {
    const visitor = visitors.get(who);
    if (!visitor) throw new Error('Nobody has come');
    const founds = foundsOf(route, who);
    const pages = await Promise.all(
      founds.map((found) => visitor.get(addressOf(route, who, found))),
    );
    expect(pages.map(({ status }) => status)).toEqual(
      founds.map((found) => answersOf(route, who, found)),
    );
    for (const [at, page] of pages.entries()) {
      const found = founds[at] ?? 'own';
      expectGuarded(page, `${route} ${found}`);
      expect(
        strangersIn(page, route, found === 'unknown' ? undefined : caseFor(who, found)),
      ).toEqual([]);
      if (page.status >= 400) expect(page.html).not.toContain('Family of ');
      if (who === 'read-only') expect(page.html).not.toMatch(/Family of|@family\.example|buses/);
    }
    if (pages[0]?.status === 200) return;
    const sent = await visitor.post(addressOf(route, who, 'own'), { version: '1', do: 'claim' });
    expect([303, 403, 404, 409, 410], 'what may not be opened may not be sent').toContain(
      sent.status,
    );
  });
});
