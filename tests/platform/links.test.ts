import { describe, expect, test } from 'vitest';
import { accessLink, visit } from '#db/schema/platform.ts';
import { linkToken, type LinkPurpose } from '#platform/links/access-link.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { lookAtLink, openLink } from '#platform/links/open-link.ts';
import { endVisit, findVisit, purgeVisits } from '#platform/links/visit.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** A fresh link's secret. */
const linkTo = (app: TestApp, subjectId = 'case-1', purpose: LinkPurpose = 'track'): string =>
  linkToken(
    app.keys,
    inTransaction(app.db, (tx) => issueLink(tx, app, { purpose, subjectId, hours: 24 })),
  );
const use = (app: TestApp, token: string, purpose: LinkPurpose = 'track') =>
  openLink(app, purpose, token, 12);

test('a link opens its subject once; looking at it first uses nothing up', () => {
  const app = openTestApp();
  const token = linkTo(app);
  for (let look = 0; look < 3; look += 1) {
    expect(lookAtLink(app.db, app, 'track', token)).toMatchObject({ ok: true });
  }
  expect(use(app, token)).toMatchObject({ ok: true, value: { subjectId: 'case-1' } });
  expect(use(app, token)).toEqual({ ok: false, problem: 'link-used' });
  expect(lookAtLink(app.db, app, 'track', token)).toEqual({ ok: false, problem: 'link-used' });
  expect(app.db.select().from(visit).all()).toHaveLength(1);
});

test('a fresh link ends the unused one before it, and only of its own subject and purpose', () => {
  const app = openTestApp();
  const [old, neighbour] = [linkTo(app), linkTo(app, 'case-2')];
  const answer = linkTo(app, 'case-1', 'answer');
  const fresh = linkTo(app);
  expect(use(app, old)).toEqual({ ok: false, problem: 'link-used' });
  expect(use(app, fresh)).toMatchObject({ ok: true });
  expect(use(app, neighbour)).toMatchObject({ ok: true });
  expect(use(app, answer, 'answer')).toMatchObject({ ok: true });
});

test('a link works until its hours are over, and not a millisecond longer', () => {
  const app = openTestApp();
  const token = linkTo(app);
  app.setTime('2026-11-24T09:59:59.999Z');
  expect(lookAtLink(app.db, app, 'track', token)).toMatchObject({ ok: true });
  app.setTime('2026-11-24T10:00:00.000Z');
  expect(use(app, token)).toEqual({ ok: false, problem: 'link-expired' });
});

test.each<[LinkPurpose, LinkPurpose]>([
  ['track', 'answer'],
  ['track', 'join'],
  ['answer', 'track'],
  ['answer', 'join'],
  ['join', 'track'],
])('a link to %s is no link to %s, nor is the visit it opens', (made, tried) => {
  const app = openTestApp();
  const token = linkTo(app, 'subject', made);
  expect(use(app, token, tried)).toEqual({ ok: false, problem: 'link-unknown' });
  const opened = use(app, token, made);
  const visitToken = opened.ok ? opened.value.visitToken : '';
  expect(findVisit(app.db, app.clock, made, visitToken)).toBe('subject');
  expect(findVisit(app.db, app.clock, tried, visitToken)).toBeUndefined();
});

test('a secret that was never given out, and one changed in a letter, open nothing', () => {
  const app = openTestApp();
  const token = linkTo(app);
  const changed = `${token.startsWith('a') ? 'b' : 'a'}${token.slice(1)}`;
  for (const wrong of [
    '',
    changed,
    token.slice(0, -1),
    `${token} `,
    "' or 1=1 --",
    '٣'.repeat(9),
  ]) {
    expect(use(app, wrong)).toEqual({ ok: false, problem: 'link-unknown' });
  }
  expect(use(app, token)).toMatchObject({ ok: true });
});

test('what is stored opens nothing: neither the secret nor the id stands for the other', () => {
  const app = openTestApp();
  const token = linkTo(app);
  const opened = use(app, token);
  const visitToken = opened.ok ? opened.value.visitToken : '';
  const stored = JSON.stringify([
    app.db.select().from(accessLink).all(),
    app.db.select().from(visit).all(),
  ]);
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(visitToken);
  for (const known of Object.values(app.db.select().from(accessLink).get() ?? {})) {
    expect(use(app, String(known))).toEqual({ ok: false, problem: 'link-unknown' });
  }
});

describe('a visit', () => {
  const opened = (app: TestApp): string => {
    const result = use(app, linkTo(app));
    return result.ok ? result.value.visitToken : '';
  };

  test('lasts its hours, is then closed, and is then removed', () => {
    const app = openTestApp();
    const token = opened(app);
    app.setTime('2026-11-23T21:59:59.999Z');
    expect(findVisit(app.db, app.clock, 'track', token)).toBe('case-1');
    expect(purgeVisits(app.db, app.clock)).toBe(0);
    app.setTime('2026-11-23T22:00:00.000Z');
    expect(findVisit(app.db, app.clock, 'track', token)).toBeUndefined();
    expect(purgeVisits(app.db, app.clock)).toBe(1);
  });

  test('ends when its browser says so, and no other does', () => {
    const app = openTestApp();
    const [one, other] = [opened(app), opened(app)];
    endVisit(app.db, one);
    expect(findVisit(app.db, app.clock, 'track', one)).toBeUndefined();
    expect(findVisit(app.db, app.clock, 'track', other)).toBe('case-1');
  });
});
