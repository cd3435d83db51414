import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findCase } from '#brokerage/case-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { until, newFolder, startSite, type Site } from '../support/site.ts';
import { readMail } from '../support/mail.ts';
import { addCase } from '../support/family-case.ts';
import { asha, type TestApp } from '../support/test-app.ts';
import { readWork, workOn } from '../support/worked-case.ts';
import { canary, filesIn, found, type Canary } from './support/canaries.ts';
import { follow, led, sentLink, shown } from './support/line.ts';
import { canaryAnswers, readable } from './support/canary-answers.ts';
import { joinAtSite } from './support/join-at-site.ts';
import { openSiteApp } from './support/site-app.ts';
import {
  addresses,
  familyMail,
  postcode,
  providerMail,
  staffPassword,
  typed,
} from './support/typed-canaries.ts';
import { cookieOf, Visitor, type Fields } from './support/visitor.ts';

const root = join(import.meta.dirname, '../..');
const folder = newFolder();
const temporary = join(folder, 'tmp');
let site: Site;
let app: TestApp;
beforeAll(async () => {
  mkdirSync(temporary);
  site = await startSite({ folder, environment: { TMPDIR: temporary } });
  app = openSiteApp(folder);
}, 240_000);
afterAll(async () => {
  app.db.$client.close();
  await site.stop();
});

/** Secrets as they come up: codes, keys, cookies, links. */
const secrets: Canary[] = [];
const keep = (name: string, ...texts: readonly string[]) => {
  for (const text of texts) expect(text.length, name).toBeGreaterThan(9);
  secrets.push(canary(name, ...texts));
};
const keepCookie = ({ browser }: Visitor, name: string) => keep(name, cookieOf(browser, name));

test('what families, providers and staff type is found nowhere but sealed', async () => {
  const broker = await joins();
  const family = await asks();
  const reference = await claims(broker);
  workOn(app, reference, addCase(app).reference, 'qzstaffwords', asha);
  const [first = '', second = ''] = await providerIds();
  await answers(broker, reference, first, 1, {
    answer: 'yes-if',
    condition: 'qzcondition',
    note: 'qzprovidernote',
  });
  await offers(broker, reference);
  await declines(family);
  await answers(broker, reference, second, 2, {
    answer: 'no',
    reason: 'full',
    note: 'qzprovidernote',
  });
  await closes(broker, reference);
  await makesSlips(broker);
  keep(
    'the one-time links',
    ...(await linksOf('request-received', 'options-ready', 'request-closed', 'provider-enquiry')),
  );

  expectAllKept(reference);
  expect(filesIn(folder).map(({ name }) => basename(name))).toEqual(
    expect.arrayContaining(['fis.sqlite', 'fis.sqlite-wal', 'fis.sqlite-shm', 'keys.json']),
  );
  expectNothingIn('while it runs');
  expectAddressesOnlyAbove();

  site.process.kill('SIGTERM');
  await until(() => site.process.exitCode ?? undefined);
  app.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expectNothingIn('once it has stopped');
}, 240_000);

/** Expects that, to who has the keys, nothing of the line is lost: what is hidden was there to find. */
function expectAllKept(reference: string): void {
  const subject = findCase(app.db, app, { reference });
  if (!subject) throw new Error('The case is not there');
  const { family, status } = subject;
  const kept = [
    family,
    listEvents(app.db, subject),
    listEnquiries(app.db, subject),
    listOffers(app.db, subject),
    readWork(app, subject),
  ];
  const opened = { name: 'the case', bytes: Buffer.from(JSON.stringify(kept)) };
  const ofTheCase = [...typed.slice(0, 21), ...addresses];
  expect(found(ofTheCase, [opened])).toHaveLength(ofTheCase.length);
  expect(status).toBe('closed');
}

const log = () => ({ name: 'the log', bytes: Buffer.from(site.output()) });
const isMail = ({ name }: { name: string }) => name.endsWith('.eml');

function expectNothingIn(when: string): void {
  const files = filesIn(folder);
  const built = filesIn(join(root, 'dist'));
  expect(found(typed, [...files, ...built, log()]), when).toEqual([]);
  // A message holds its link and its reader's address; the terminal shows the demo broker's link.
  const unsent = files.filter((file) => !isMail(file));
  expect(found([...secrets, ...addresses], [...unsent, ...built, log()]), when).toEqual([]);
  expect(found([canary('a table', 'CREATE TABLE')], files), 'the search works').not.toEqual([]);
}

/** Expects a message to name its reader in `To` and nowhere else. */
function expectAddressesOnlyAbove(): void {
  const mails = filesIn(folder).filter(isMail);
  expect(mails.length).toBeGreaterThanOrEqual(5);
  const withoutTo = mails.map(({ name, bytes }) => {
    const lines = bytes.toString('latin1').split('\n');
    const others = lines.filter((line) => !/^To: \S+@\S+$/.test(line));
    expect(lines.length - others.length, 'one reader').toBe(1);
    return { name, bytes: Buffer.from(others.join('\n'), 'latin1') };
  });
  expect(found(addresses, mails).length, 'each has a reader').toBe(mails.length);
  expect(found(addresses, withoutTo)).toEqual([]);
}

async function joins(): Promise<Visitor> {
  const broker = new Visitor(site.url);
  const { firstCookie, secrets } = await joinAtSite(broker, site.brokerLink(), staffPassword);
  keep('the cookie before the second factor', firstCookie);
  keep('the authenticator’s key and the recovery codes', ...secrets);
  keepCookie(broker, '__Host-staff');
  return broker;
}

async function asks(): Promise<Visitor> {
  const family = new Visitor(site.url);
  const search = new URLSearchParams({
    q: 'qzsearchtext',
    near: postcode,
    inclusion: 'hoist',
  }).toString();
  await family.get(`/find?${search}`);
  await led(family, `/ask?${search}`);
  keepCookie(family, '__Host-request');
  const steps = canaryAnswers({ postcode, familyMail });
  const slip = await family.post('/ask/contact', {
    channel: 'email',
    email: 'qzslip@',
    phone: '',
    speaks: 'en',
  });
  expect(slip.status).toBe(422);
  for (const [step, fields] of Object.entries(steps)) await led(family, `/ask/${step}`, fields);
  expect((await shown(family, '/ask/check')).html).toContain('qztriedtext');
  expect(found(typed, [log(), ...filesIn(folder)]), 'while it is a draft').toEqual([]);
  await readable();
  await led(family, '/ask/check');
  keepCookie(family, '__Host-family');
  await shown(family, '/ask/sent');
  return family;
}

async function claims(broker: Visitor): Promise<string> {
  const { html } = await shown(broker, '/staff');
  const reference = /FIS-\w{4}-\w{4}/.exec(html)?.[0] ?? '';
  await led(broker, '/staff', { claim: reference });
  expect((await shown(broker, `/staff/case/${reference}`)).html).toContain('qzneedstext');
  return reference;
}

const findAnswer = z.object({ results: z.array(z.object({ id: z.string() })) });
async function providerIds(): Promise<readonly string[]> {
  const response = await fetch(`${site.url}/api/find.json`);
  return findAnswer.parse(await response.json()).results.map(({ id }) => id);
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The broker asks a place, and the place answers. */
async function answers(
  broker: Visitor,
  reference: string,
  id: string,
  count: number,
  answer: Fields,
) {
  const path = `/staff/case/${reference}/ask/${id}`;
  const version = hidden((await shown(broker, path)).html, 'version');
  const fields = { version, providerName: 'Qzprovidername', note: 'qzbrokernote' };
  expect((await broker.post(path, { ...fields, email: 'qzslip@' })).status).toBe(422);
  await led(broker, path, { ...fields, email: providerMail });
  const provider = new Visitor(site.url);
  expect(await follow(provider, await sentLink(app, 'provider-enquiry', count))).toBe('/answer');
  keepCookie(provider, '__Host-provider');
  expect((await shown(provider, '/answer')).html).toContain('qzbrokernote');
  await led(provider, '/answer', {
    day: '',
    month: '',
    year: '',
    condition: '',
    reason: '',
    note: '',
    ...answer,
  });
}

async function offers(broker: Visitor, reference: string): Promise<void> {
  const path = `/staff/case/${reference}`;
  const { html } = await shown(broker, path);
  expect(html).toContain('qzcondition');
  await led(broker, path, {
    do: 'offer',
    version: hidden(html, 'version'),
    enquiry: hidden(html, 'enquiry'),
  });
}

async function declines(family: Visitor): Promise<void> {
  await follow(family, await sentLink(app, 'options-ready', 1));
  keepCookie(family, '__Host-family');
  const { html } = await shown(family, '/track');
  const path = /href="(\/track\/decline\/[^"]+)"/.exec(html)?.[1] ?? '';
  await led(family, path, { reason: 'qzdeclinereason' });
}

async function closes(broker: Visitor, reference: string): Promise<void> {
  const path = `/staff/case/${reference}/close`;
  const version = hidden((await shown(broker, path)).html, 'version');
  await led(broker, path, { version, outcome: 'unmet', note: 'qzoutcomenote', why: 'qzwhy' });
  expect((await shown(broker, `/staff/case/${reference}`)).html).toContain('qzoutcomenote');
}

/** What people get wrong must not lie about either. */
async function makesSlips(broker: Visitor): Promise<void> {
  const stranger = new Visitor(site.url);
  const tries = [
    { email: 'demo.broker@council.example', password: 'qzwrongpassword' },
    { email: 'qznoaccount@example.org', password: 'qzwrongpassword' },
  ];
  for (const fields of tries)
    expect((await stranger.post('/staff/sign-in', fields)).status).toBe(422);
  expect((await broker.get('/staff/case/qzinaddress@example.org')).status).toBe(404);
  expect((await stranger.get('/t/qzinaddressqzinaddressqzinaddress')).status).toBe(404);
  expect((await stranger.get('/find?near=qzinaddress&q=qzinaddress')).status).toBe(400);
}

/** The secrets in the links of every message of these kinds. */
async function linksOf(...kinds: readonly string[]): Promise<readonly string[]> {
  await until(() =>
    app.db.$client.prepare(`select 1 from outbox_message where state = 'queued'`).get() ===
    undefined
      ? true
      : undefined,
  );
  const sent = app.db.$client.prepare('select id, kind from outbox_message');
  const rows = z.array(z.object({ id: z.string(), kind: z.string() })).parse(sent.all());
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
  const mails = rows
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => readMail(readFileSync(join(app.settings.outboxDir, `${id}.eml`), 'utf8')));
  return (await Promise.all(mails)).map(
    ({ link }) => new URL(link).pathname.split('/').at(-1) ?? '',
  );
}
