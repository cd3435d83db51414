import { expect, test } from 'vitest';
import { changeRole } from '#accounts/change-role.ts';
import { disableStaff, enableStaff } from '#accounts/disable-staff.ts';
import { composeStaffInvitation } from '#accounts/invitation-mail.ts';
import { inviteStaff } from '#accounts/invite-staff.ts';
import { listStaff } from '#accounts/list-staff.ts';
import { lookAtInvitation, openInvitation } from '#accounts/open-invitation.ts';
import { resendInvitation } from '#accounts/resend-invitation.ts';
import { resetStaff } from '#accounts/reset-staff.ts';
import { signIn } from '#accounts/sign-in.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { withdrawInvitation } from '#accounts/withdraw-invitation.ts';
import { auditEntry, outboxMessage } from '#db/schema/index.ts';
import { staffRoles, type App, type Ctx } from '#platform/context.ts';
import { everyRow } from '../support/rows.ts';
import {
  email,
  enrolled,
  join,
  joinWith,
  member,
  password,
  sessionOf,
  typeCode,
  typePassword,
  valueOf,
  type Member,
} from './member.ts';
import { later, setClock } from './set-clock.ts';
import { openStaffApp, operator, visitor } from './staff-app.ts';

const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function asAdmin(app: App): Promise<{ ctx: Ctx; id: string; member: Member }> {
  const admin = await member(app, 'admin', 'chief@council.example');
  const who = await whoIsSignedIn(app, admin.browser.request);
  if (who === null || !('actor' in who)) throw new Error('Not signed in');
  return { ctx: { ...visitor(app), actor: who.actor }, id: who.actor.id, member: admin };
}
const idOf = async (app: App, { browser }: Member) => (await sessionOf(app, browser)).account.id;

test('nobody but an administrator manages accounts, and what is refused writes nothing', async () => {
  const app = openStaffApp();
  const id = await idOf(app, await member(app));
  valueOf(inviteStaff(operator(app), { email: 'new@council.example', role: 'broker' }));
  const staff = valueOf(listStaff(operator(app)));
  const invitation = staff.find(({ state }) => state === 'invited')?.id ?? '';
  const uses: readonly ((ctx: Ctx) => { readonly ok: boolean })[] = [
    (ctx) => listStaff(ctx),
    (ctx) => disableStaff(ctx, id),
    (ctx) => enableStaff(ctx, id),
    (ctx) => changeRole(ctx, id, 'admin'),
    (ctx) => resetStaff(ctx, id),
    (ctx) => resendInvitation(ctx, invitation),
    (ctx) => withdrawInvitation(ctx, invitation),
  ];
  const before = everyRow(app.db);
  for (const role of staffRoles.filter((one) => one !== 'admin')) {
    const ctx = { ...visitor(app), actor: { kind: 'staff', id: 'x', name: 'X', role } } as const;
    for (const use of uses) expect(use(ctx)).toEqual({ ok: false, problem: 'not-allowed' });
  }
  expect(everyRow(app.db)).toEqual(before);
});

test('a disabled account ends at once and lets nobody in, until it is enabled', async () => {
  setClock();
  const app = openStaffApp();
  const { ctx } = await asAdmin(app);
  const bea = await member(app);
  const id = await idOf(app, bea);
  const waiting = await typePassword(app);
  valueOf(disableStaff(ctx, id));
  expect(await whoIsSignedIn(app, bea.browser.request)).toBeNull();
  later(30);
  expect(await typeCode(app, waiting, bea.totp.generate())).toMatchObject({
    problem: 'sign-in-needed',
  });
  const refused = await signIn(visitor(app), { email, password });
  expect(refused).toEqual({ ok: false, problem: 'sign-in-needed' });
  expect(resetStaff(ctx, id)).toMatchObject({ problem: 'not-in-this-state' });
  valueOf(enableStaff(ctx, id));
  valueOf(await typeCode(app, await typePassword(app), bea.totp.generate()));
});

test('an account that is disabled while it is being set up is not set up', async () => {
  const app = openStaffApp();
  const { ctx } = await asAdmin(app);
  const browser = await join(app);
  valueOf(disableStaff(ctx, (await sessionOf(app, browser)).account.id));
  expect(await whoIsSignedIn(app, browser.request)).toBeNull();
});

test('a new role counts from the next page on', async () => {
  const app = openStaffApp();
  const { ctx } = await asAdmin(app);
  const bea = await member(app);
  valueOf(changeRole(ctx, await idOf(app, bea), 'manager'));
  expect(await whoIsSignedIn(app, bea.browser.request)).toMatchObject({
    actor: { role: 'manager' },
  });
});

test('there is always an administrator who can sign in', async () => {
  const app = openStaffApp();
  const { ctx, id } = await asAdmin(app);
  for (const refused of [disableStaff(ctx, id), changeRole(ctx, id, 'broker'), resetStaff(ctx, id)])
    expect(refused).toEqual({ ok: false, problem: 'not-allowed' });
  // Another who has yet to set up the second factor is no help.
  await join(app, 'admin', 'second@council.example');
  for (const refused of [disableStaff(operator(app), id), changeRole(operator(app), id, 'broker')])
    expect(refused).toEqual({ ok: false, problem: 'not-in-this-state' });
  await member(app, 'admin', 'third@council.example');
  valueOf(changeRole(operator(app), id, 'broker'));
});

test('two administrators who disable each other leave one', async () => {
  const app = openStaffApp();
  const first = await asAdmin(app);
  const second = await member(app, 'admin', 'second@council.example');
  const id = await idOf(app, second);
  const secondCtx = {
    ...visitor(app),
    actor: { kind: 'staff', id, name: 'S', role: 'admin' },
  } as const;
  valueOf(disableStaff(first.ctx, id));
  expect(disableStaff(secondCtx, first.id)).toMatchObject({ problem: 'not-in-this-state' });
});

test('a reset ends password, app, codes and sessions, and its link sets up all of them anew', async () => {
  setClock();
  const app = openStaffApp();
  const { ctx } = await asAdmin(app);
  const bea = await member(app, 'inclusion');
  const id = await idOf(app, bea);
  const { url } = valueOf(resetStaff(ctx, id));
  expect(await whoIsSignedIn(app, bea.browser.request)).toBeNull();
  expect(await signIn(visitor(app), { email, password })).toMatchObject({
    problem: 'sign-in-needed',
  });
  const message = app.db.select().from(outboxMessage).all().at(-1);
  if (!message) throw new Error('No message');
  expect(composeStaffInvitation(app, message)).toMatchObject({
    to: email,
    link: { url },
    subject: expect.stringContaining('again'),
  });

  const browser = await joinWith(app, url);
  expect(await whoIsSignedIn(app, browser.request)).toEqual({ needs: 'enrol' });
  later(30);
  const again = await enrolled(app, browser);
  expect(again.totp.secret.base32).not.toBe(bea.totp.secret.base32);
  expect(await whoIsSignedIn(app, browser.request)).toMatchObject({
    actor: { id, role: 'inclusion' },
  });
  expect(openInvitation(app, tokenOf(url))).toMatchObject({ problem: 'link-used' });
  const actions = app.db.select().from(auditEntry).all();
  expect(actions.filter(({ action }) => action === 'staff-reset')).toMatchObject([
    { object: `staff:${id}`, role: 'admin' },
  ]);
});

test('a withdrawn invitation opens nothing, and one sent again opens only with its new link', async () => {
  const app = openStaffApp();
  const { ctx } = await asAdmin(app);
  const first = valueOf(inviteStaff(ctx, { email, role: 'broker' }));
  const invitation = valueOf(listStaff(ctx)).find(({ state }) => state === 'invited')?.id ?? '';
  const second = valueOf(resendInvitation(ctx, invitation));
  expect(lookAtInvitation(app, tokenOf(first.url)).ok).toBe(false);
  expect(lookAtInvitation(app, tokenOf(second.url)).ok).toBe(true);
  valueOf(withdrawInvitation(ctx, invitation));
  expect(openInvitation(app, tokenOf(second.url))).toMatchObject({ ok: false });
  expect(withdrawInvitation(ctx, invitation)).toMatchObject({ problem: 'not-found' });
  expect(app.db.select().from(outboxMessage).all()).toMatchObject([{ kind: 'staff-invitation' }]);
});
