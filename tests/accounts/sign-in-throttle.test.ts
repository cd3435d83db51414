import { expect, test } from 'vitest';
import { purgeSignIns } from '#accounts/sign-in-throttle.ts';
import { signIn } from '#accounts/sign-in.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { signInAttempt, staffChallenge, staffSession } from '#db/schema/index.ts';
import { email, member, password, typeCode, typePassword, valueOf } from './member.ts';
import { later, setClock } from './set-clock.ts';
import { openStaffApp, visitor } from './staff-app.ts';

test('an unknown address and a wrong password get the same answer in about the same time', async () => {
  const app = openStaffApp();
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
  const app = openStaffApp();
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
  const app = openStaffApp();
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
  const app = openStaffApp();
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
  const app = openStaffApp();
  const { totp } = await member(app);
  later(30);
  for (let tries = 0; tries < 3; tries += 1) {
    await signIn(visitor(app), { email, password: 'not the password' });
  }
  valueOf(await typeCode(app, await typePassword(app), totp.generate()));
  expect(app.db.select().from(signInAttempt).all()).toEqual([]);
});

test('housekeeping removes what is over and nothing else', async () => {
  setClock();
  const app = openStaffApp();
  const { browser } = await member(app);
  await typePassword(app);
  later(11 * 60);
  purgeSignIns(app);
  expect(app.db.select().from(staffChallenge).all()).toEqual([]);
  expect(app.db.select().from(signInAttempt).all()).toEqual([]);
  expect(await whoIsSignedIn(app, browser.request)).toHaveProperty('actor');
  later(12 * 3600);
  purgeSignIns(app);
  expect(app.db.select().from(staffSession).all()).toEqual([]);
});

test('strangers who know an address do not lock its person out of a browser that is known', async () => {
  setClock();
  const app = openStaffApp();
  const { browser, totp } = await member(app);
  const wrong = { email, password: 'not the password' };
  for (let tries = 0; tries < 40; tries += 1) {
    await signIn(visitor(app), wrong);
    later(5);
  }
  expect(await signIn(visitor(app), wrong)).toMatchObject({ problem: 'too-many-requests' });
  await typePassword(app, browser);
  valueOf(await typeCode(app, browser, totp.generate()));
  const stranger = await signIn(visitor(app), { email, password });
  expect(stranger, 'which forgives strangers nothing').toMatchObject({
    problem: 'too-many-requests',
  });
});

test('a known browser has no more tries than a stranger, and only for its own person', async () => {
  setClock();
  const app = openStaffApp();
  const { browser } = await member(app);
  const other = await member(app, 'broker', 'other@council.example');
  const tries = async (cookies: string | null) => {
    const answers: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const typed = { email, password: 'not the password', cookies };
      const answer = await signIn(visitor(app), typed);
      answers.push(answer.ok ? 'in' : answer.problem);
    }
    return answers.filter((answer) => answer === 'sign-in-needed').length;
  };
  expect(await tries(browser.only('__Host-staff-device'))).toBe(4);
  expect(await tries(other.browser.only('__Host-staff-device'))).toBe(4);
  const forged = browser.only('__Host-staff-device').replace(/\.\d+\./, '.99999999999.');
  expect(await tries(forged), 'a forged one is a stranger’s').toBe(0);
});

test('the fifth failure puts one line in the log, without the address', async () => {
  setClock();
  const lines: string[] = [];
  const warn = (event: string, fields = {}) => void lines.push(JSON.stringify({ event, fields }));
  const app = { ...openStaffApp(), log: { info: warn, warn, error: warn } };
  await member(app);
  for (let tries = 0; tries < 7; tries += 1) {
    await signIn(visitor(app), { email, password: 'not the password' });
    later(20);
  }
  expect(lines.filter((line) => line.includes('failures'))).toEqual([
    JSON.stringify({
      event: 'staff sign-in failures',
      fields: { failures: 5, knownDevice: false },
    }),
  ]);
  expect(lines.join()).not.toContain('bea');
});
