import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { undeliveredPage } from '#casework/undelivered-page.ts';
import { accessLink, auditEntry, outboxMessage } from '#db/schema/platform.ts';
import { addressOf } from '#platform/http/addresses.ts';
import type { Actor } from '#platform/context.ts';
import { SendFailure, type SendReason } from '#platform/mail/send-failure.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { composers } from '../../src/compose-mail.ts';
import { addCase, tell } from '../support/family-case.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query = {}) => addressOf('en', path, query);
const rows = (app: TestApp) => app.db.select().from(outboxMessage).all();
const look = (app: TestApp, actor: Actor = asha, query = '') =>
  undeliveredPage(app.as(actor), href, new Request(`http://localhost/staff/undelivered?${query}`));
const press = (app: TestApp, id: string, actor: Actor = asha) =>
  undeliveredPage(
    app.as(actor),
    href,
    new Request('http://localhost/staff/undelivered', {
      method: 'POST',
      body: new URLSearchParams({ again: id }),
    }),
  );
async function viewOf(app: TestApp, query = '') {
  const page = await look(app, asha, query);
  if (!page.ok || page.value.view === null) throw new Error('There is no page');
  return page.value.view;
}

/** Sends what is due by a carrier that gives these reasons for taking none of it. */
const drain = (app: TestApp, reason: SendReason | null = null) =>
  drainOutbox(app, composers, {
    send: () =>
      reason === null ? Promise.resolve() : Promise.reject(new SendFailure(reason, true)),
  });

/** A case whose first message was refused for good. */
async function refused(app: TestApp) {
  const family = addCase(app);
  tell(app, family, 'request-received');
  await drain(app, 'refused');
  return { family, id: rows(app).at(-1)?.id ?? '' };
}

test('a message given up is listed with its case, since when and why', async () => {
  const app = openTestApp();
  const { family, id } = await refused(app);
  const view = await viewOf(app);
  expect(view.rows).toEqual([
    {
      id,
      kind: 'To the family: we have your request',
      reference: family.reference,
      href: `/staff/case/${family.reference}`,
      since: '23 November at 10:00',
      why: 'The address or number was refused: check it',
      button: `To the family: we have your request, ${family.reference}`,
    },
  ]);
  expect(JSON.stringify(view)).not.toContain('amina');
});

test('so is one that was sent and then reported as not delivered; no other is', async () => {
  const app = openTestApp();
  for (const delivery of ['permanent-failure', 'temporary-failure', 'delivered', null]) {
    tell(app, addCase(app), 'request-received');
    await drain(app);
    const { id = '' } = rows(app).at(-1) ?? {};
    app.db.update(outboxMessage).set({ delivery }).where(eq(outboxMessage.id, id)).run();
  }
  tell(app, addCase(app), 'request-received');
  const view = await viewOf(app);
  expect(view.rows.map(({ why }) => why)).toEqual([
    'There is no such address or number',
    'The phone was off or the mailbox was full',
  ]);
});

describe('a message of which the carrier tells', () => {
  /** One that a carrier took which tells later what became of it. */
  async function handedOver(app: TestApp, tells = true) {
    const family = addCase(app);
    tell(app, family, 'request-received');
    const transport = { send: () => Promise.resolve(), tells: () => tells };
    await drainOutbox(app, composers, transport);
    return rows(app).at(-1)?.id ?? '';
  }

  test('is listed when there is no word for three days, and can be sent again', async () => {
    const app = openTestApp();
    const id = await handedOver(app);
    await handedOver(app, false);
    app.setTime('2026-11-26T09:59:59Z');
    expect((await viewOf(app)).rows).toEqual([]);
    app.setTime('2026-11-26T10:00:00Z');
    expect((await viewOf(app)).rows).toMatchObject([
      { id, why: 'No word for 3 days on whether it arrived' },
    ]);
    await press(app, id);
    expect((await viewOf(app)).rows).toEqual([]);
    expect(rows(app).at(-1)).toMatchObject({ state: 'queued' });
  });

  test('is not, once it was told of, or the family has used or replaced its link', async () => {
    const app = openTestApp();
    const [told, used, replaced] = [
      await handedOver(app),
      await handedOver(app),
      await handedOver(app),
    ];
    app.setTime('2026-11-29T10:00:00Z');
    expect((await viewOf(app)).rows).toHaveLength(3);
    const rowOf = (id: string) => rows(app).find((row) => row.id === id);
    app.db
      .update(outboxMessage)
      .set({ delivery: 'delivered' })
      .where(eq(outboxMessage.id, told))
      .run();
    for (const [id, when] of [
      [used, { usedAt: '2026-11-24T10:00:00.000Z' }],
      [replaced, { supersededAt: '2026-11-24T10:00:00.000Z' }],
    ] as const) {
      const linkId = rowOf(id)?.linkId ?? '';
      app.db.update(accessLink).set(when).where(eq(accessLink.id, linkId)).run();
    }
    expect((await viewOf(app)).rows).toEqual([]);
  });
});

test('trying again sends it once, with a new id and a link that works, and says so', async () => {
  const app = openTestApp();
  const { id } = await refused(app);
  const [first] = rows(app);
  app.setTime('2027-01-31T10:00:00Z');
  expect(await press(app, id)).toMatchObject({
    value: { redirect: '/staff/undelivered?done=again' },
  });
  expect(await press(app, id)).toMatchObject({
    value: { redirect: '/staff/undelivered?done=moot' },
  });
  expect(await drain(app)).toBe(1);
  const [old, fresh] = rows(app);
  expect(old).toMatchObject({ id, state: 'cancelled' });
  expect(fresh).toMatchObject({ kind: first?.kind, state: 'sent', createdAt: first?.createdAt });
  expect(fresh?.id).not.toBe(id);
  expect(fresh?.linkId).not.toBe(first?.linkId);
  const view = await viewOf(app, 'done=again');
  expect(view.rows).toEqual([]);
  expect(view.done).toBe('The message will go out again in a moment.');
  expect(
    app.db
      .select()
      .from(auditEntry)
      .all()
      .map(({ action, object }) => `${action} ${object}`),
  ).toEqual([`message-sent-again message:${id}`]);
});

test('a message that a newer one has replaced is not sent again', async () => {
  const app = openTestApp();
  const { family, id } = await refused(app);
  tell(app, family, 'tracking-link');
  expect(await press(app, id)).toMatchObject({
    value: { redirect: '/staff/undelivered?done=moot' },
  });
  expect(rows(app).filter(({ kind }) => kind === 'request-received')).toMatchObject([
    { state: 'cancelled' },
  ]);
});

test('what is not undelivered cannot be sent again by its id', async () => {
  const app = openTestApp();
  tell(app, addCase(app), 'request-received');
  await drain(app);
  await press(app, rows(app)[0]?.id ?? '');
  await press(app, 'nothing');
  expect(rows(app)).toMatchObject([{ state: 'sent' }]);
});

test.each([
  ['broker', true, true],
  ['inclusion', true, true],
  ['manager', true, true],
  ['read-only', true, false],
  ['admin', false, false],
] as const)('%s: sees the list %s, tries again %s', async (role, sees, works) => {
  const app = openTestApp();
  const { id } = await refused(app);
  const actor: Actor = { kind: 'staff', id: 'x', name: 'X', role };
  const looked = await look(app, actor);
  expect(looked.ok).toBe(sees);
  expect(looked.ok && looked.value.view?.canSend).toBe(works);
  expect((await press(app, id, actor)).ok).toBe(works);
  expect(rows(app)).toHaveLength(works ? 2 : 1);
});

test('nobody else sees anything', async () => {
  const app = openTestApp();
  const { family, id } = await refused(app);
  const others: readonly Actor[] = [
    { kind: 'public' },
    { kind: 'family', caseId: family.id },
    { kind: 'provider', enquiryId: id },
    { kind: 'system' },
  ];
  for (const actor of others) {
    expect(await look(app, actor)).toMatchObject({ ok: false, problem: 'not-allowed' });
    expect(await press(app, id, actor)).toMatchObject({ ok: false, problem: 'not-allowed' });
  }
  expect(rows(app)).toMatchObject([{ state: 'dead' }]);
});
