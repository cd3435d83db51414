import { expect, test } from 'vitest';
import { accountPage } from '#accounts/account-page.ts';
import { changePassword } from '#accounts/change-password.ts';
import { endOtherSessions, endSession } from '#accounts/end-sessions.ts';
import { enterCode } from '#accounts/enter-code.ts';
import { listOwnSessions } from '#accounts/list-own-sessions.ts';
import { renewRecoveryCodes } from '#accounts/make-recovery-codes.ts';
import { signIn } from '#accounts/sign-in.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { staffChallenge, staffSession } from '#db/schema/index.ts';
import type { Browser } from './browser.ts';
import { email, member, password, sessionOf, typeCode, typePassword, valueOf } from './member.ts';
import { later, setClock } from './set-clock.ts';
import { openStaffApp, visitor } from './staff-app.ts';

const tokenIn = (browser: Browser, name: string) =>
  decodeURIComponent(browser.only(name)).split('=').slice(1).join('=').split('.')[0] ?? '';

test('nothing in the database opens a session or a sign-in that waits for its code', async () => {
  setClock();
  const app = openStaffApp();
  const { browser } = await member(app);
  const waiting = await typePassword(app);
  const kept = JSON.stringify([
    ...app.db.select().from(staffSession).all(),
    ...app.db.select().from(staffChallenge).all(),
  ]);
  for (const secret of [tokenIn(browser, '__Host-staff'), tokenIn(waiting, '__Host-staff-code')]) {
    expect(secret.length).toBeGreaterThan(15);
    expect(kept).not.toContain(secret);
  }
});

test('the sessions of one person are listed, this one marked, and each can be ended', async () => {
  setClock();
  const app = openStaffApp();
  const { browser, totp } = await member(app);
  await member(app, 'broker', 'other@council.example');
  later(60);
  const second = await typePassword(app);
  valueOf(await typeCode(app, second, totp.generate()));
  const ctx = visitor(app);
  const here = await sessionOf(app, browser);
  const sessions = listOwnSessions(ctx, here);
  expect(sessions.map(({ isThis }) => isThis)).toEqual([false, true]);
  const there = sessions.find(({ isThis }) => !isThis)?.id ?? '';
  valueOf(endSession(ctx, here, there));
  expect(await whoIsSignedIn(app, second.request)).toBeNull();
  expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  expect(endSession(ctx, here, there)).toMatchObject({ problem: 'not-found' });
});

test('nobody ends a session of somebody else', async () => {
  const app = openStaffApp();
  const { browser } = await member(app);
  const other = await member(app, 'admin', 'other@council.example');
  const theirs = (await sessionOf(app, other.browser)).id;
  const refused = endSession(visitor(app), await sessionOf(app, browser), theirs);
  expect(refused).toMatchObject({ problem: 'not-found' });
  endOtherSessions(visitor(app), await sessionOf(app, browser));
  expect(await whoIsSignedIn(app, other.browser.request)).toHaveProperty('actor');
  const form = new FormData();
  form.set('session', theirs);
  await accountPage(visitor(app), { cookies: browser.cookie, form, done: null });
  expect(await whoIsSignedIn(app, other.browser.request)).toHaveProperty('actor');
});

test('a new password needs the old one and a fresh code, and ends the other sessions', async () => {
  setClock();
  const app = openStaffApp();
  const { browser, totp } = await member(app);
  later(30);
  const second = await typePassword(app);
  valueOf(await typeCode(app, second, totp.generate()));
  later(30);
  const ctx = visitor(app);
  const here = await sessionOf(app, browser);
  const change = (current: string, code: string) =>
    changePassword(ctx, here, { current, code, password: 'ninety paper boats' });
  expect(await change('not the password', totp.generate())).toMatchObject({ ok: false });
  expect(await change(password, '000000')).toMatchObject({ problem: 'not-allowed' });
  valueOf(await change(password, totp.generate()));
  expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  expect(await whoIsSignedIn(app, second.request)).toBeNull();
  expect(await signIn(ctx, { email, password })).toMatchObject({ problem: 'sign-in-needed' });
  valueOf(await signIn(ctx, { email, password: 'ninety paper boats' }));
});

test('guessing the password of an open session is slowed down', async () => {
  const app = openStaffApp();
  const { browser } = await member(app);
  const here = await sessionOf(app, browser);
  const answers: string[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    const proof = { current: 'not the password', code: '000000' };
    const answer = await renewRecoveryCodes(visitor(app), here, proof);
    answers.push(answer.ok ? 'in' : answer.problem);
  }
  expect(answers).toEqual([...Array(4).fill('not-allowed'), ...Array(2).fill('too-many-requests')]);
});

test('new recovery codes take the place of the old', async () => {
  setClock();
  const app = openStaffApp();
  const { browser, totp, recoveryCodes } = await member(app);
  later(30);
  const proof = { current: password, code: totp.generate() };
  const here = await sessionOf(app, browser);
  const [fresh = ''] = valueOf(await renewRecoveryCodes(visitor(app), here, proof));
  const use = async (code: string) =>
    enterCode(visitor(app), (await typePassword(app)).cookie, { kind: 'recovery', code });
  expect(await use(recoveryCodes[0] ?? '')).toMatchObject({ problem: 'not-allowed' });
  expect((await use(fresh)).ok).toBe(true);
});
