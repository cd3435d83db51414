import { expect, test } from 'vitest';
import { enterCode } from '#accounts/enter-code.ts';
import { parseSignIn } from '#accounts/sign-in.form.ts';
import { signIn } from '#accounts/sign-in.ts';
import { signOut } from '#accounts/sign-out.ts';
import { detourFor } from '#accounts/staff-gate.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { auditEntry, signInAttempt } from '#db/schema/index.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { join, member, password, typeCode, typePassword, valueOf } from './member.ts';
import { later, setClock } from './set-clock.ts';
import { openStaffApp, visitor } from './staff-app.ts';

test('an invited person joins, enrols, signs out and signs in again with a code', async () => {
  setClock();
  const app = openStaffApp();
  const { browser, totp } = await member(app, 'inclusion');
  const signedIn = await whoIsSignedIn(app, browser.request);
  expect(signedIn).toMatchObject({
    actor: { kind: 'staff', name: 'Bea Okafor', role: 'inclusion' },
  });

  browser.take(await signOut(visitor(app), browser.cookie));
  expect(browser.cookie).not.toMatch(/__Host-staff(-code)?=/);
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();

  later(30);
  const again = await typePassword(app);
  expect(await whoIsSignedIn(app, again.request)).toEqual({ needs: 'code' });
  valueOf(await typeCode(app, again, totp.generate()));
  expect(await whoIsSignedIn(app, again.request)).toEqual(signedIn);
  expect(verifyAudit(app.db, app.keys.audit)).toMatchObject({ ok: true });
});

test('without a second factor a password opens only the enrolment', async () => {
  const app = openStaffApp();
  const browser = await join(app);
  const who = await whoIsSignedIn(app, browser.request);
  expect(who).toEqual({ needs: 'enrol' });
  expect(detourFor('/staff', who)).toBe('/staff/enrol');
  expect(detourFor('/staff/cases/1', who)).toBe('/staff/enrol');
  expect(detourFor('/staff/enrol', who)).toBeNull();
});

test('a wrong code lets nobody in, and the sixth try starts again', async () => {
  const app = openStaffApp();
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
  const app = openStaffApp();
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
  const app = openStaffApp();
  const { totp } = await member(app);
  const browser = await typePassword(app);
  expect(await typeCode(app, browser, totp.generate())).toMatchObject({ problem: 'not-allowed' });
});

test('two browsers with one code at once: one gets in', async () => {
  setClock();
  const app = openStaffApp();
  const { totp } = await member(app);
  later(30);
  const browsers = [await typePassword(app), await typePassword(app)];
  const code = totp.generate();
  const results = await Promise.all(browsers.map((browser) => typeCode(app, browser, code)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a recovery code signs in once, however it is written', async () => {
  const app = openStaffApp();
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
  const app = openStaffApp();
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

test('an address of one person written in capitals is the same account', async () => {
  const app = openStaffApp();
  await member(app);
  const data = new FormData();
  data.set('email', ' Bea@Council.Example ');
  data.set('password', password);
  const parsed = parseSignIn(data);
  if (!parsed.ok) throw new Error('not parsed');
  expect(valueOf(await signIn(visitor(app), parsed.value)).next).toBe('code');
});
