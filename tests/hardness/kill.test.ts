import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findVisit } from '#platform/links/visit.ts';
import { sampleSteps } from '../support/family.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';
import type { TestApp } from '../support/test-app.ts';
import {
  caseOfDraft,
  expectEveryMessageSent,
  expectOnce,
  expectWhole,
} from './support/after-crash.ts';
import { startChild, type Child } from './support/child.ts';
import { readyDrafts } from './support/drafts.ts';
import { openSiteApp } from './support/site-app.ts';
import { cookieOf, Visitor } from './support/visitor.ts';

const sentTokens = (child: Child) =>
  child
    .lines()
    .filter((line) => line.startsWith('sent '))
    .map((line) => line.slice(5));

/** `KILLS=200 npm test` kills more often. */
const kills = Number(process.env['KILLS'] ?? 15);

describe(`the use case, in a process that is killed ${kills} times`, () => {
  const inStore = 3;
  const folder = newFolder();
  const children: Child[] = [];
  let app: TestApp;
  beforeAll(() => {
    app = openSiteApp(folder);
  });
  afterAll(() => {
    for (const child of children) child.process.kill('SIGKILL');
    app.db.$client.close();
    rmSync(folder, { recursive: true });
  });

  test('loses nothing that it has confirmed, and doubles nothing', async () => {
    const drafts = readyDrafts(app, kills * 8);
    const confirmed = new Map<string, unknown>();
    let unconfirmed = 0;
    const refill = () => {
      while (children.length < inStore) children.push(startChild('sender.ts', [folder]));
    };
    refill();
    for (let round = 0; round <= kills; round += 1) {
      const child = children.shift();
      if (!child) throw new Error('There is no process to kill');
      if (round + inStore <= kills) refill();
      await child.until(1, (line) => line === 'ready');
      // What was confirmed before is sent again each time, as a reload or a double click would.
      const again = [...confirmed.keys()].slice(-3);
      const open = drafts.filter((token) => !confirmed.has(token));
      child.say(JSON.stringify([...again, ...open]));
      if (round < kills) await killAmid(child, again.length, round);
      else child.process.stdin?.end();
      await child.ended;
      for (const token of sentTokens(child)) {
        const now = caseOfDraft(app, token);
        expect(now, 'it is there').toEqual(expect.any(String));
        expect(confirmed.get(token) ?? now, 'and is the same as before').toBe(now);
        confirmed.set(token, now);
      }
      expect(child.lines().some((line) => line.startsWith('refused'))).toBe(false);
      if (round < kills && confirmed.size < drafts.length) unconfirmed += 1;
    }
    expect(unconfirmed, 'every kill came before the end').toBe(kills);
    expect(confirmed.size, 'all were sent in the end').toBe(drafts.length);
    expectWhole(app);
    expectOnce(app, drafts);
    await expectEveryMessageSent(app);
  }, 240_000);
});

/** Kills a process some requests after it began, at another moment within the next each time. */
async function killAmid(child: Child, again: number, round: number): Promise<void> {
  const requests = (round * 7) % 9;
  if (requests > 0) await child.until(again + requests, (line) => line.startsWith('sent '));
  await wait((round * 13) % 11);
  child.process.kill('SIGKILL');
}

describe('the site itself, killed 3 times', () => {
  const siteKills = 3;
  const folder = newFolder();
  const environment = { SAMPLE_AREA: 'none' };
  let app: TestApp;
  let site: Site;
  beforeAll(async () => {
    app = openSiteApp(folder);
    site = await startSite({ folder, environment });
  }, 240_000);
  afterAll(async () => {
    app.db.$client.close();
    await site.stop();
  });

  test('keeps every request that it has confirmed, and opens it again for who sends it again', async () => {
    const typed = await typeDraft(site.url);
    const drafts = [typed, ...readyDrafts(app, 60)];
    const confirmed = new Set<string>();
    for (let round = 0; round < siteKills; round += 1) {
      const before = [...confirmed]
        .slice(-4)
        .map((token) => [token, caseOfDraft(app, token)] as const);
      const burst = drafts.filter((token) => !confirmed.has(token)).slice(0, 20);
      await killInBurst(site, burst, confirmed, 1 + round * 3);
      site = await startSite({ folder, environment });
      for (const [token, kept] of before) expect(await send(site.url, token, app)).toBe(kept);
    }
    expect(confirmed.size).toBeGreaterThanOrEqual(siteKills);
    for (const token of drafts)
      expect(await send(site.url, token, app)).toBe(caseOfDraft(app, token));
    expectWhole(app);
    expectOnce(app, drafts);
    await stopped(site);
    await expectEveryMessageSent(app);
  }, 240_000);
});

/** Answers every question at the site itself; gives the secret of the draft's cookie. */
async function typeDraft(url: string): Promise<string> {
  const family = new Visitor(url);
  let { location } = await family.post('/ask');
  for (const [step, typed] of Object.entries(sampleSteps)) {
    expect(location).toBe(`/ask/${step}`);
    ({ location } = await family.post(location, typed));
  }
  expect(location).toBe('/ask/check');
  return cookieOf(family.browser, '__Host-request');
}

function visitorWith(url: string, draft: string): Visitor {
  const family = new Visitor(url);
  family.browser.take([`__Host-request=${draft}`]);
  return family;
}

/** Sends a draft; gives the case that the browser may then look at. */
async function send(url: string, draft: string, app: TestApp): Promise<string | undefined> {
  const family = visitorWith(url, draft);
  expect((await family.post('/ask/check')).location).toBe('/ask/sent');
  return findVisit(app.db, app.clock, 'track', cookieOf(family.browser, '__Host-family'));
}

/** Sends drafts, five at a time until nobody answers; kills the site when so many are confirmed. */
async function killInBurst(
  site: Site,
  drafts: readonly string[],
  confirmed: Set<string>,
  after: number,
): Promise<void> {
  const already = confirmed.size;
  const waiting = [...drafts];
  const sender = async () => {
    for (let token = waiting.shift(); token !== undefined; token = waiting.shift()) {
      const { status, location } = await visitorWith(site.url, token).post('/ask/check');
      if (status === 303 && location === '/ask/sent') confirmed.add(token);
      if (confirmed.size - already === after) site.process.kill('SIGKILL');
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: 5 }, sender));
  expect(
    ends.every(({ status }) => status === 'rejected'),
    'it was killed in the midst',
  ).toBe(true);
  expect(confirmed.size - already, 'and not before it had begun').toBeGreaterThanOrEqual(after);
  await gone(site);
}

const gone = async ({ process }: Site): Promise<void> => {
  while (process.exitCode === null && process.signalCode === null) await wait(5);
};

async function stopped(site: Site): Promise<void> {
  site.process.kill('SIGTERM');
  await gone(site);
}
