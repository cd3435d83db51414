import { expect, test } from 'vitest';
import { claimCase } from '#casework/queue/claim-case.ts';
import { findCases } from '#casework/queue/find-cases.ts';
import { handOver } from '#casework/queue/hand-over.ts';
import { listQueue } from '#casework/queue/list-queue.ts';
import { plainQueue } from '#casework/queue/queue-query.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { readCase } from '#casework/file/read-case.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { staffAccount } from '#db/schema/accounts.ts';
import type { Actor } from '#platform/context.ts';
import { sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const noor = {
  kind: 'staff',
  id: 'noor',
  name: 'Noor',
  role: 'inclusion',
} as const satisfies Actor;

/** Two requests of the same day: one family lets the inclusion team read, the other does not. */
function start() {
  const app = openTestApp();
  const open = sendSampleRequest(app);
  const shut = sendSampleRequest(app, { sharing: { share: ['all'] } });
  return { app, open, shut };
}
const listed = (app: TestApp, actor: Actor) =>
  valueOf(listQueue(app.as(actor), { ...plainQueue, view: 'unassigned' }));

test('the inclusion team’s queue has the requests of families that let it in, and counts no other', () => {
  const { app, open, shut } = start();
  const references = (actor: Actor) =>
    listed(app, actor).rows.map(({ subject }) => subject.reference);
  expect(references(noor)).toEqual([open.reference]);
  expect(listed(app, noor).counts).toMatchObject({ unassigned: 1, all: 1 });
  expect(references(asha).sort()).toEqual([open.reference, shut.reference].sort());
});

test('any other request is not there for the inclusion team, and nothing is written', () => {
  const { app, open, shut } = start();
  const before = everyRow(app.db);
  const ctx = app.as(noor);
  const note = { text: 'x', once: 'a-form-that-was-shown' };
  for (const tried of [
    readCase(ctx, shut.reference),
    viewCase(ctx, shut.reference),
    claimCase(ctx, shut.reference),
    writeNote(ctx, shut.reference, note),
  ])
    expect(tried).toMatchObject({ ok: false, problem: 'not-found' });
  expect(everyRow(app.db)).toEqual(before);
  expect(readCase(ctx, open.reference).ok).toBe(true);
});

test('looked for by its reference it shows nothing that is sensitive', () => {
  const { app, shut } = start();
  const found = JSON.stringify(findCases(app.as(noor), shut.reference));
  expect(found).not.toMatch(/Amina|amina@/);
  expect(JSON.stringify(findCases(app.as(asha), shut.reference))).toContain('Amina');
});

test('nobody hands a family’s request to a team that it kept out', () => {
  const { app, open, shut } = start();
  const at = new Date('2026-11-01T10:00:00Z');
  const row = { id: noor.id, name: noor.name, email: 'noor@council.example', role: noor.role };
  app.db
    .insert(staffAccount)
    .values({ ...row, emailVerified: true, twoFactorEnabled: true, createdAt: at, updatedAt: at })
    .run();
  const give = ({ reference, now }: typeof open) =>
    handOver(app.as(asha), { reference, version: now().version, to: noor.id, note: '' });
  expect(give(shut)).toMatchObject({ ok: false, problem: 'not-allowed' });
  expect(give(open).ok).toBe(true);
});
