import { describe, expect, test } from 'vitest';
import { caseStatuses, mayBecome } from '#brokerage/case-status.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { openTestApp } from '../support/test-app.ts';
import { busyCase } from './busy-case.ts';
import { moves } from './moves.ts';

test('which status may follow which, all twenty-five pairs', () => {
  const allowed = caseStatuses.flatMap((from) =>
    caseStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} > ${to}`),
  );
  expect(allowed).toEqual([
    'new > in-progress',
    'new > closed',
    ...['in-progress', 'waiting-provider', 'waiting-family'].flatMap((from) => [
      `${from} > in-progress`,
      `${from} > waiting-provider`,
      `${from} > waiting-family`,
      `${from} > closed`,
    ]),
  ]);
});

const pairs = Object.entries(moves).flatMap(([name, move]) =>
  caseStatuses.map((status) => ({ name, status, move, to: move.leads[status] })),
);

describe('a move that a status allows changes status, version, timeline, record and messages together', () => {
  test.each(pairs.filter(({ to }) => to !== undefined))(
    '$status: $name → $to',
    ({ status, move, to }) => {
      const one = busyCase(openTestApp(), status);
      const count = (table: string) => rowsIn(one.app.db, table).length;
      const [version, events, entries, messages] = [
        one.version(),
        count('timeline_event'),
        count('audit_entry'),
        count('outbox_message'),
      ];
      expect(move.act(one)).toMatchObject({ ok: true });
      expect(one.sent.now()).toMatchObject({ status: to, version: version + 1 });
      expect(count('timeline_event')).toBe(events + 1);
      expect(rowsIn(one.app.db, 'timeline_event').at(-1)).toMatchObject({ kind: move.event });
      expect(count('audit_entry')).toBe(entries + 1);
      expect(count('outbox_message')).toBe(messages + move.messages);
      expect(verifyAudit(one.app.db, one.app.keys.audit)).toMatchObject({ ok: true });
      const { nextAction, nextActionDue } = one.sent.now();
      expect(nextAction === null).toBe(to === 'closed');
      expect(nextActionDue === null).toBe(to === 'closed');
    },
  );
});

describe('a move that a status does not allow is refused, and nothing is written', () => {
  test.each(pairs.filter(({ to }) => to === undefined))('$status: $name', ({ status, move }) => {
    const one = busyCase(openTestApp(), status);
    const before = everyRow(one.app.db);
    const refused = move.act(one);
    expect(refused.ok ? 'done' : refused.problem).toMatch(
      /^(not-in-this-state|not-found|already-claimed)$/,
    );
    expect(everyRow(one.app.db)).toEqual(before);
  });
});
