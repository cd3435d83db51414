import { describe, expect, test } from 'vitest';
import { sendNewTrackingLink } from '#brokerage/send-new-link.ts';
import { accessLink, outboxMessage } from '#db/schema/platform.ts';
import { landing } from '#platform/http/landing.ts';
import { linkToken } from '#platform/links/access-link.ts';
import { findVisit } from '#platform/links/visit.ts';
import { sendNewAnswerLink } from '#providers/send-new-link.ts';
import { askPlace, sendSampleRequest } from '../support/request.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const address = 'http://localhost:4321/t/secret';
const look = () => new Request(address);
const press = (does: string) =>
  new Request(address, { method: 'POST', body: new URLSearchParams({ do: does }) });
const visitTo = (app: TestApp, token: string, request: Request) =>
  landing(app, { purpose: 'track', token, visitHours: 12 }, request, sendNewTrackingLink);

/** The secret of the newest link of a purpose. */
const newest = (app: TestApp, purpose: string): string => {
  const links = app.db.select().from(accessLink).all();
  return linkToken(app.keys, links.findLast((link) => link.purpose === purpose)?.id ?? '');
};
const queued = (app: TestApp, kind: string) =>
  app.db
    .select()
    .from(outboxMessage)
    .all()
    .filter((message) => message.kind === kind);

test('looking at the page changes nothing; its button opens the request', async () => {
  const app = openTestApp();
  const { caseId } = sendSampleRequest(app);
  const token = newest(app, 'track');
  expect(await visitTo(app, token, look())).toEqual({ state: 'ready' });
  expect(await visitTo(app, token, look())).toEqual({ state: 'ready' });
  const opened = await visitTo(app, token, press('open'));
  const visitToken = opened.state === 'opened' ? opened.visitToken : '';
  expect(findVisit(app.db, app.clock, 'track', visitToken)).toBe(caseId);
  expect(await visitTo(app, token, look())).toEqual({ state: 'closed', problem: 'link-used' });
  expect(await visitTo(app, token, press('open'))).toMatchObject({ problem: 'link-used' });
});

test('asking for a new link answers the same, whether the link was ever real or not', async () => {
  const app = openTestApp();
  sendSampleRequest(app);
  const token = newest(app, 'track');
  await visitTo(app, token, press('open'));
  const real = await visitTo(app, token, press('new-link'));
  const made = await visitTo(app, 'made-up', press('new-link'));
  expect(made).toEqual(real);
  expect(real).toEqual({ state: 'new-link-sent' });
  expect(queued(app, 'tracking-link')).toHaveLength(1);
});

describe('a new link', () => {
  test('works, and the one it replaces does not', async () => {
    const app = openTestApp();
    sendSampleRequest(app);
    const old = newest(app, 'track');
    sendNewTrackingLink(app, old);
    const fresh = newest(app, 'track');
    expect(await visitTo(app, old, press('open'))).toMatchObject({ state: 'closed' });
    expect(await visitTo(app, fresh, press('open'))).toMatchObject({ state: 'opened' });
  });

  test('comes for a link that is long out of date', () => {
    const app = openTestApp();
    sendSampleRequest(app);
    app.setTime('2027-11-23T10:00:00Z');
    sendNewTrackingLink(app, newest(app, 'track'));
    expect(queued(app, 'tracking-link')).toHaveLength(1);
  });

  test('comes at most once an hour, however often and at whatever minute it is asked for', () => {
    const app = openTestApp();
    sendSampleRequest(app);
    const token = newest(app, 'track');
    app.setTime('2026-11-23T10:59:00Z');
    for (let press = 0; press < 5; press += 1) sendNewTrackingLink(app, token);
    app.setTime('2026-11-23T11:00:00Z');
    sendNewTrackingLink(app, token);
    app.setTime('2026-11-23T11:58:00Z');
    sendNewTrackingLink(app, token);
    expect(queued(app, 'tracking-link')).toHaveLength(1);
    app.setTime('2026-11-23T11:59:00Z');
    sendNewTrackingLink(app, token);
    expect(queued(app, 'tracking-link')).toHaveLength(2);
  });

  test('for one request does not use up the hour of another', () => {
    const app = openTestApp();
    for (let request = 0; request < 2; request += 1) {
      sendSampleRequest(app);
      sendNewTrackingLink(app, newest(app, 'track'));
    }
    expect(queued(app, 'tracking-link')).toHaveLength(2);
  });

  test('to a provider’s question is not one to the family’s request', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { enquiryId } = askPlace(app, sent);
    const token = newest(app, 'answer');
    sendNewTrackingLink(app, token);
    expect(queued(app, 'tracking-link')).toEqual([]);
    sendNewAnswerLink(app, token);
    expect(queued(app, 'provider-link')).toMatchObject([{ subjectId: enquiryId }]);
  });
});
