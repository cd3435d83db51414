import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { findCase } from '#brokerage/case-store.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import type { Browser } from '../accounts/browser.ts';
import { sendSampleRequest } from '../support/request.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import { startChild, type Child } from './support/child.ts';
import { openSiteApp } from './support/site-app.ts';
import { signedIn } from './support/staff.ts';
import { plainText, Visitor } from './support/visitor.ts';

const brokers = 20;
const offices = 4;
const cases = 15;

/** Who owns a case, and how often its timeline and the record say that it was claimed. */
function claimsOf(app: TestApp, reference: string) {
  const subject = findCase(app.db, app, { reference });
  if (!subject) throw new Error('The case is not there');
  const recorded = app.db.$client
    .prepare(`select actor from audit_entry where action = 'case-claimed' and object = ?`)
    .pluck()
    .all(`case:${subject.id}`);
  const events = listEvents(app.db, subject).filter(({ kind }) => kind === 'claimed');
  return { owner: subject.ownerId, version: subject.version, events: events.length, recorded };
}

describe('at the site', () => {
  const folder = newFolder();
  let app: TestApp;
  let site: Site;
  let browsers: readonly Browser[];
  beforeAll(async () => {
    app = openSiteApp(folder);
    const staff = Array.from({ length: brokers }, (_, at) =>
      signedIn(app, `b${at}@council.example`),
    );
    [site, ...browsers] = await Promise.all([
      startSite({ folder, environment: { SAMPLE_AREA: 'none' } }),
      ...staff,
    ]);
  }, 240_000);
  afterAll(async () => {
    app.db.$client.close();
    await site.stop();
  });

  test('of 20 brokers who press Claim at once one gets the case, and 19 are told kindly', async () => {
    const { reference } = sendSampleRequest(app);
    const pressed = await Promise.all(
      browsers.map((browser, at) =>
        new Visitor(site.url, browser).post(at % 2 === 0 ? '/staff' : '/ur/staff', {
          claim: reference,
        }),
      ),
    );
    expect(pressed.filter(({ status }) => status === 303)).toHaveLength(1);
    const told = pressed.filter(({ status }) => status === 409);
    expect(told).toHaveLength(brokers - 1);
    const { owner, ...rest } = claimsOf(app, reference);
    const [name = ''] = app.db.$client
      .prepare<[string], string>('select name from staff_account where id = ?')
      .pluck()
      .all(owner ?? '');
    for (const { h1, lang, html } of told) {
      expect(h1).toBe(app.catalogue.speak(lang).t('casework:queue.title'));
      const said = plainText(
        /govuk-notification-banner__heading[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '',
      );
      expect([said.includes(name), said.includes(reference)]).toEqual([true, true]);
    }
    expect(rest).toEqual({ version: 2, events: 1, recorded: [`staff:${owner}`] });
    expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
  });
});

describe('in offices of their own, on one database', () => {
  const folder = newFolder();
  let app: TestApp;
  let children: readonly Child[];
  beforeAll(async () => {
    app = openSiteApp(folder);
    children = Array.from({ length: offices }, (_, office) =>
      startChild('claimer.ts', [folder, `office${office}`, String(brokers / offices)]),
    );
    await Promise.all(children.map((child) => child.until(1, (line) => line === 'ready')));
  }, 240_000);
  afterAll(async () => {
    for (const child of children) child.process.stdin?.end();
    await Promise.all(children.map((child) => child.ended));
    app.db.$client.close();
    rmSync(folder, { recursive: true });
  });

  test('20 brokers who claim at the same moment, 15 times over, make one owner each time', async () => {
    const references = Array.from({ length: cases }, () => sendSampleRequest(app).reference);
    for (const reference of references) {
      const at = Date.now() + 15;
      for (const child of children) child.say(JSON.stringify({ at, reference }));
      const own = (line: string) => line.includes(reference);
      await Promise.all(children.map((child) => child.until(brokers / offices, own)));
    }
    const got = children.flatMap((child) => child.lines().slice(1).map(readGot));
    for (const reference of references) {
      const claims = got.filter((claim) => claim.reference === reference);
      const winners = claims.filter((claim) => claim.got === 'won').map(({ id }) => id);
      expect(winners).toHaveLength(1);
      expect(claims.filter((claim) => claim.got === 'already-claimed')).toHaveLength(brokers - 1);
      expect(claimsOf(app, reference)).toEqual({
        owner: winners[0],
        version: 2,
        events: 1,
        recorded: [`staff:${String(winners[0])}`],
      });
    }
    const winning = new Set(
      got.filter((claim) => claim.got === 'won').map(({ id }) => id.split('-')[0]),
    );
    expect(winning.size, 'it is a race that more than one office can win').toBeGreaterThan(1);
    expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
  }, 240_000);
});

const claim = z.object({ reference: z.string(), id: z.string(), got: z.string() });
const readGot = (line: string) => claim.parse(JSON.parse(line));
