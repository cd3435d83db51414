import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { casesPerPage, listQueue } from '#casework/queue/list-queue.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { queueViews, type QueueView } from '#casework/queue/queue.ts';
import { queuePage } from '#casework/queue/queue-page.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { claimed, closeAs, sendSampleRequest, valueOf } from '../support/request.ts';
import { asha, ben, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const references = (app: TestApp, view: QueueView, page = 1) =>
  valueOf(listQueue(app.as(asha), view, page)).rows.map(({ subject }) => subject.reference);
const look = (app: TestApp, query: string) =>
  queuePage(app.as(asha), href, new Request(`http://localhost/staff?${query}`));

test('each view holds its cases, and counts them, for the one who looks', () => {
  const app = openTestApp();
  const [free, mine, bens, done, gone] = Array.from({ length: 5 }, () => sendSampleRequest(app));
  if (!free || !mine || !bens || !done || !gone) throw new Error('not sent');
  claimed(app, mine);
  valueOf(claimCase(app.as(ben), bens.reference));
  closeAs(app, done, 'unmet');
  valueOf(withdrawRequest(gone.family));
  expect(references(app, 'unassigned')).toEqual([free.reference]);
  expect(references(app, 'mine')).toEqual([mine.reference]);
  expect(references(app, 'all').sort()).toEqual(
    [free.reference, mine.reference, bens.reference].sort(),
  );
  expect(references(app, 'closed').sort()).toEqual([done.reference, gone.reference].sort());
  const { counts } = valueOf(listQueue(app.as(ben), 'mine', 1));
  expect(counts).toEqual({ unassigned: 1, mine: 1, all: 3, closed: 2 });
});

test('what is due first comes first, then what came first; closed, the latest first', () => {
  const app = openTestApp();
  const at = (iso: string) => {
    app.setTime(iso);
    return sendSampleRequest(app);
  };
  const third = at('2026-11-25T09:00:00Z');
  const second = at('2026-11-23T11:00:00Z');
  const first = at('2026-11-23T10:00:00Z');
  const inOrder = [first, second, third].map(({ reference }) => reference);
  expect(references(app, 'unassigned')).toEqual(inOrder);
  for (const [hour, sent] of [third, first, second].entries()) {
    app.setTime(`2026-11-26T1${hour}:00:00Z`);
    valueOf(withdrawRequest(sent.family));
  }
  expect(references(app, 'closed')).toEqual([second, first, third].map((one) => one.reference));
});

/** Copies one request until there are `count` of them. */
function manyRequests(app: TestApp, count: number): void {
  sendSampleRequest(app);
  const row = app.db.select().from(brokerageCase).get();
  if (!row) throw new Error('not sent');
  for (let copy = 1; copy < count; copy += 1) {
    // A copy cannot be opened, because what is sealed stays with its row; it is only counted.
    app.db
      .insert(brokerageCase)
      .values({ ...row, id: `copy ${copy}`, reference: `FIS-${copy}`, wrappedKey: null })
      .run();
  }
}

describe('pages', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [9999, 3],
    [0, 1],
    [-1, 1],
    [1.5, 1],
    [2.9, 2],
    [Infinity, 3],
  ])('page %d of three is page %i', (asked, shown) => {
    const app = openTestApp();
    manyRequests(app, casesPerPage * 2 + 1);
    expect(valueOf(listQueue(app.as(asha), 'all', asked))).toMatchObject({
      page: shown,
      pageCount: 3,
      counts: { all: casesPerPage * 2 + 1 },
    });
  });

  test('lead on and back; odd ones in the address are the first', async () => {
    const app = openTestApp();
    manyRequests(app, casesPerPage + 1);
    expect(valueOf(await look(app, 'view=all')).view).toMatchObject({
      previous: null,
      next: '/staff?view=all&page=2',
    });
    expect(valueOf(await look(app, 'view=all&page=2')).view).toMatchObject({
      previous: '/staff?view=all&page=1',
      next: null,
    });
    for (const page of ['', 'x', '-3', "1' or 1=1", '1.5', '1e999']) {
      expect(await look(app, `view=all&page=${encodeURIComponent(page)}`)).toMatchObject({
        ok: true,
      });
    }
  });

  test('an unknown view is the unassigned, and each empty one says so', async () => {
    const app = openTestApp();
    for (const view of [...queueViews, 'everything']) {
      const { view: shown } = valueOf(await look(app, `view=${view}`));
      const current = queueViews.some((known) => known === view) ? view : 'unassigned';
      expect(shown?.views.find((one) => one.current)?.href).toBe(`/staff?view=${current}`);
      expect(shown?.empty).toMatch(/\.$/);
    }
  });
});

test('a case that does not open is named, and does not hide the others', async () => {
  const app = openTestApp();
  const [whole, damaged] = [sendSampleRequest(app), sendSampleRequest(app)];
  app.db
    .update(brokerageCase)
    .set({ sealedFamily: whole.now().reference })
    .where(eq(brokerageCase.id, damaged.caseId))
    .run();
  const { rows, unreadable } = valueOf(listQueue(app.as(asha), 'unassigned', 1));
  expect(rows.map(({ subject }) => subject.reference)).toEqual([whole.reference]);
  expect(unreadable).toEqual([damaged.reference]);
  expect(valueOf(await look(app, '')).view?.unreadable).toContain(damaged.reference);
});
