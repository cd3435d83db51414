import { afterEach, expect, test, vi } from 'vitest';
import { enrolSecondFactor } from '#accounts/enrol-second-factor.ts';
import { enterCode } from '#accounts/enter-code.ts';
import { signIn } from '#accounts/sign-in.ts';
import { signOut } from '#accounts/sign-out.ts';
import { detourFor } from '#accounts/staff-gate.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { auditEntry, signInAttempt } from '#db/schema/index.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { openStaffApp, visitor } from './staff-app.ts';
import {
  authenticatorOf,
  email,
  join,
  member,
  password,
  typeCode,
  typePassword,
  valueOf,
} from './member.ts';

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const setClock = () =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });

afterEach(() => void vi.useRealTimers());

test('an invited person joins, enrols, signs out and signs in again with a code', async () => {
  setClock();
  const app = await openStaffApp();
  const { browser, totp } = await member(app, 'inclusion');
  const signedIn = await whoIsSignedIn(app, browser.request);
  expect(signedIn).toMatchObject({
    actor: { kind: 'staff', name: 'Bea Okafor', role: 'inclusion' },
  });

  browser.take(await signOut(visitor(app), browser.cookie));
  expect(browser.cookie).toBeNull();
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();

  later(30);
  const again = await typePassword(app);
  expect(await whoIsSignedIn(app, again.request)).toEqual({ needs: 'code' });
  valueOf(await typeCode(app, again, totp.generate()));
  expect(await whoIsSignedIn(app, again.request)).toEqual(signedIn);
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
});

test('a session that was signed out opens nothing when its cookie is used again', async () => {
  const app = await openStaffApp();
  const { browser } = await member(app);
  const stolen = browser.request;
  await signOut(visitor(app), browser.cookie);
  expect(await whoIsSignedIn(app, stolen)).toBeNull();
});

test('without a second factor a password opens only the enrolment', async () => {
  const app = await openStaffApp();
  const browser = await join(app);
  const who = await whoIsSignedIn(app, browser.request);
  expect(who).toEqual({ needs: 'enrol' });
  expect(detourFor('/staff', who)).toBe('/staff/enrol');
  expect(detourFor('/staff/cases/1', who)).toBe('/staff/enrol');
  expect(detourFor('/staff/enrol', who)).toBeNull();
});

test('a session begun with the password alone does not grow into one when another browser enrols', async () => {
  const app = await openStaffApp();
  const first = await join(app);
  const second = await typePassword(app);
  const totp = await authenticatorOf(app, second);
  const enrolled = await enrolSecondFactor(visitor(app), second.cookie, totp.generate());
  second.take(valueOf(enrolled).setCookies);
  expect(await whoIsSignedIn(app, second.request)).toEqual({ needs: 'enrol' });
  expect(await whoIsSignedIn(app, first.request)).toBeNull();
});

test('a wrong code lets nobody in, and the sixth try starts again', async () => {
  const app = await openStaffApp();
  await member(app);
  const browser = await typePassword(app);
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await typeCode(app, browser, '000000')).toMatchObject({ problem: 'not-allowed' });
  }
  expect(await typeCode(app, browser, '000000')).toMatchObject({ problem: 'sign-in-needed' });
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
});

test('a code works once, also in another browser', async () => {
  setClock();
  const app = await openStaffApp();
  const { totp } = await member(app);
  later(30);
  const [first, second] = [await typePassword(app), await typePassword(app)];
  const code = totp.generate();
  valueOf(await typeCode(app, first, code));
  expect(await typeCode(app, second, code)).toMatchObject({ problem: 'not-allowed' });
  later(30);
  valueOf(await typeCode(app, second, totp.generate()));
});

test('the code that enrolled the app does not also sign in', async () => {
  setClock();
  const app = await openStaffApp();
  const { totp } = await member(app);
  const browser = await typePassword(app);
  expect(await typeCode(app, browser, totp.generate())).toMatchObject({ problem: 'not-allowed' });
});

test('two browsers with one code at once: one gets in', async () => {
  setClock();
  const app = await openStaffApp();
  const { totp } = await member(app);
  later(30);
  const browsers = [await typePassword(app), await typePassword(app)];
  const code = totp.generate();
  const results = await Promise.all(browsers.map((browser) => typeCode(app, browser, code)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a recovery code signs in once, however it is written', async () => {
  const app = await openStaffApp();
  const { recoveryCodes } = await member(app);
  const [code = ''] = recoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);
  const typed = { kind: 'recovery', code: code.toUpperCase().replace('-', ' ') } as const;
  const first = await typePassword(app);
  valueOf(await enterCode(visitor(app), first.cookie, typed));
  const second = await typePassword(app);
  expect(await enterCode(visitor(app), second.cookie, typed)).toMatchObject({
    problem: 'not-allowed',
  });
});

test('nothing that is stored gives a password, a recovery code or an address in the record', async () => {
  const app = await openStaffApp();
  const { recoveryCodes, totp } = await member(app);
  await signIn(visitor(app), { email: 'nobody@council.example', password: 'something else' });
  const file = app.db.$client.serialize().toString('latin1');
  for (const secret of [password, totp.secret.latin1, ...recoveryCodes]) {
    expect(file.includes(secret)).toBe(false);
  }
  const record = JSON.stringify(app.db.select().from(auditEntry).all());
  expect(record).not.toContain('@');
  expect(JSON.stringify(app.db.select().from(signInAttempt).all())).not.toContain('@');
});

test('an unknown address and a wrong password get the same answer in about the same time', async () => {
  const app = await openStaffApp();
  await member(app);
  const timed = async (address: string) => {
    const start = performance.now();
    const answer = await signIn(visitor(app), { email: address, password: 'not the password' });
    return { answer, took: performance.now() - start };
  };
  const known = [];
  const unknown = [];
  for (const address of ['a@b.example', 'c@b.example', 'd@b.example', 'e@b.example']) {
    known.push(await timed(email));
    unknown.push(await timed(address));
  }
  for (const { answer } of [...known, ...unknown]) {
    expect(answer).toEqual({ ok: false, problem: 'sign-in-needed' });
  }
  const best = (runs: readonly { readonly took: number }[]) =>
    Math.min(...runs.map(({ took }) => took));
  expect(best(unknown) / best(known)).toBeGreaterThan(0.5);
  expect(best(unknown) / best(known)).toBeLessThan(2);
});

test('tries are slowed down, the same for an address without an account', async () => {
  setClock();
  const app = await openStaffApp();
  await member(app);
  for (const address of [email, 'nobody@council.example']) {
    const answers: string[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const answer = await signIn(visitor(app), { email: address, password: 'not the password' });
      answers.push(answer.ok ? 'in' : answer.problem);
    }
    expect(answers).toEqual([
      ...Array(4).fill('sign-in-needed'),
      ...Array(2).fill('too-many-requests'),
    ]);
  }
});

test('twenty tries at once are no way round the limit', async () => {
  const app = await openStaffApp();
  await member(app);
  const tries = Array.from({ length: 20 }, () =>
    signIn(visitor(app), { email, password: 'not the password' }),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => !answer.ok && answer.problem === 'sign-in-needed').length).toBe(
    4,
  );
});

test('at most ten tries in five minutes, then the right password waits too, and then it works', async () => {
  setClock();
  const app = await openStaffApp();
  await member(app);
  let refused = 0;
  for (let second = 0; second < 290; second += 5) {
    const answer = await signIn(visitor(app), { email, password: 'not the password' });
    if (!answer.ok && answer.problem === 'sign-in-needed') refused += 1;
    later(5);
  }
  expect(refused).toBeLessThanOrEqual(10);
  expect(refused).toBeGreaterThan(6);
  later(301);
  await typePassword(app);
});

test('signing in forgets the failed tries', async () => {
  setClock();
  const app = await openStaffApp();
  const { totp } = await member(app);
  later(30);
  for (let tries = 0; tries < 3; tries += 1) {
    await signIn(visitor(app), { email, password: 'not the password' });
  }
  valueOf(await typeCode(app, await typePassword(app), totp.generate()));
  expect(app.db.select().from(signInAttempt).all()).toEqual([]);
});

test('a session ends after 30 minutes without use', async () => {
  setClock();
  const app = await openStaffApp();
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
  const app = await openStaffApp();
  const { browser } = await member(app);
  for (let quarters = 1; quarters < 48; quarters += 1) {
    later(15 * 60);
    expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  }
  later(15 * 60);
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
});

test('a cookie that was made up or changed opens nothing', async () => {
  const app = await openStaffApp();
  const { browser } = await member(app);
  const cookie = browser.cookie ?? '';
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
  const app = await openStaffApp();
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

test('an address of one person written in capitals is the same account', async () => {
  const app = await openStaffApp();
  await member(app);
  const { parseSignIn } = await import('#accounts/sign-in.form.ts');
  const data = new FormData();
  data.set('email', ' Bea@Council.Example ');
  data.set('password', password);
  const parsed = parseSignIn(data);
  if (!parsed.ok) throw new Error('not parsed');
  expect(valueOf(await signIn(visitor(app), parsed.value)).next).toBe('code');
});
