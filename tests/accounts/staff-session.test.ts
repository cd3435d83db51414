import { expect, test, vi } from 'vitest';
import { enrolSecondFactor } from '#accounts/enrol-second-factor.ts';
import { signIn } from '#accounts/sign-in.ts';
import { signOut } from '#accounts/sign-out.ts';
import { stageOf } from '#accounts/staff-session.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { authenticatorOf, email, join, member, password, typePassword, valueOf } from './member.ts';
import { later, setClock } from './set-clock.ts';
import { openStaffApp, visitor } from './staff-app.ts';

test('a session that was signed out opens nothing when its cookie is used again', async () => {
  const app = openStaffApp();
  const { browser } = await member(app);
  const stolen = browser.request;
  await signOut(visitor(app), browser.cookie);
  expect(await whoIsSignedIn(app, stolen)).toBeNull();
});

test('a session begun with the password alone does not grow into one when another browser enrols', async () => {
  const app = openStaffApp();
  const first = await join(app);
  const second = await typePassword(app);
  const totp = await authenticatorOf(app, second);
  const enrolled = await enrolSecondFactor(visitor(app), second.cookie, totp.generate());
  second.take(valueOf(enrolled).setCookies);
  expect(await whoIsSignedIn(app, second.request)).toEqual({ needs: 'enrol' });
  expect(await whoIsSignedIn(app, first.request)).toBeNull();
});

test('a session ends after 30 minutes without use', async () => {
  setClock();
  const app = openStaffApp();
  const { browser } = await member(app);
  later(29 * 60);
  expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  later(29 * 60);
  expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  later(31 * 60);
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
  vi.setSystemTime(Date.now() - 20 * 60 * 1000);
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
});

test('a session ends 12 hours after it began, however busy', async () => {
  setClock();
  const app = openStaffApp();
  const { browser } = await member(app);
  for (let quarters = 1; quarters < 48; quarters += 1) {
    later(15 * 60);
    expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  }
  later(15 * 60);
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
});

test('a cookie that was made up or changed opens nothing', async () => {
  const app = openStaffApp();
  const { browser } = await member(app);
  const cookie = browser.only('__Host-staff');
  for (const forged of [
    cookie.slice(0, -4),
    cookie.replace('=', '=x'),
    '__Host-staff=%',
    '__Host-staff=a.b',
  ]) {
    const request = new Request('http://localhost:4321/staff', { headers: { cookie: forged } });
    expect(await whoIsSignedIn(app, request)).toBeNull();
  }
});

test('cookies are strict, for this host alone, and out of reach of scripts', async () => {
  const app = openStaffApp();
  await member(app);
  const { setCookies } = valueOf(await signIn(visitor(app), { email, password }));
  expect(setCookies.length).toBeGreaterThan(0);
  for (const line of setCookies) {
    expect(line).toMatch(/^__Host-staff(-code)?=/);
    expect(line).not.toMatch(/domain=/i);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict'])
      expect(line).toContain(part);
  }
});

test('a password checked while another browser enrols opens nothing, even without a moment between', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const session = { startedAt: now, usedAt: now, secondFactorAt: null, codesKeptAt: null };
  expect(stageOf({ ...session, enrolled: false }, now)).toBe('enrol');
  expect(stageOf({ ...session, enrolled: true }, now)).toBe('over');
  expect(stageOf({ ...session, enrolled: true, codesKeptAt: now }, now)).toBe('over');
  expect(stageOf({ ...session, enrolled: true, secondFactorAt: now }, now)).toBe('codes');
});
