import { expect, test, vi } from 'vitest';
import { demoStaffLinks } from '#accounts/demo-staff-link.ts';
import { composeStaffInvitation } from '#accounts/invitation-mail.ts';
import { inviteStaff } from '#accounts/invite-staff.ts';
import { invitationOfVisit, joinStaff } from '#accounts/join-staff.ts';
import { listStaff } from '#accounts/list-staff.ts';
import { lookAtInvitation, openInvitation } from '#accounts/open-invitation.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { auditEntry, outboxMessage, staffAccount } from '#db/schema/index.ts';
import { staffRoles, type App } from '#platform/context.ts';
import { openStaffApp, operator, visitor } from './staff-app.ts';
import { email, join, member, password, valueOf } from './member.ts';

const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

test('only an administrator and the command line may invite', () => {
  const app = openStaffApp();
  for (const role of staffRoles) {
    const ctx = { ...app, actor: { kind: 'staff', id: 'x', name: 'X', role } } as const;
    expect(inviteStaff(ctx, { email, role: 'broker' }).ok).toBe(role === 'admin');
    expect(listStaff(ctx).ok).toBe(role === 'admin');
  }
  expect(inviteStaff(visitor(app), { email, role: 'admin' })).toMatchObject({ ok: false });
  expect(inviteStaff(operator(app), { email, role: 'admin' }).ok).toBe(true);
});

test('the account has the e-mail address and the role of its invitation', async () => {
  const app = openStaffApp();
  const { browser } = await member(app, 'manager');
  expect(await whoIsSignedIn(app, browser.request)).toMatchObject({ actor: { role: 'manager' } });
  expect(app.db.select().from(staffAccount).all()).toMatchObject([{ email, role: 'manager' }]);
});

test('a link to join works once, and looking at it does not use it', () => {
  const app = openStaffApp();
  const token = tokenOf(valueOf(inviteStaff(operator(app), { email, role: 'broker' })).url);
  expect(lookAtInvitation(app, token).ok).toBe(true);
  expect(openInvitation(app, token).ok).toBe(true);
  expect(openInvitation(app, token)).toMatchObject({ problem: 'link-used' });
  expect(openInvitation(app, 'made-up')).toMatchObject({ problem: 'link-unknown' });
});

test('a link to join is too old after 72 hours', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const app = openStaffApp();
    const token = tokenOf(valueOf(inviteStaff(operator(app), { email, role: 'broker' })).url);
    vi.setSystemTime(Date.now() + 72 * 3_600_000);
    expect(lookAtInvitation(app, token)).toMatchObject({ problem: 'link-expired' });
  } finally {
    vi.useRealTimers();
  }
});

test('a second invitation ends the link of the first and its role stands', () => {
  const app = openStaffApp();
  const first = valueOf(inviteStaff(operator(app), { email, role: 'admin' }));
  const second = valueOf(
    inviteStaff(operator(app), { email: 'BEA@council.example', role: 'broker' }),
  );
  expect(lookAtInvitation(app, tokenOf(first.url))).toMatchObject({ problem: 'link-used' });
  const visit = valueOf(openInvitation(app, tokenOf(second.url)));
  expect(invitationOfVisit(visitor(app), visit)).toMatchObject({ email, role: 'broker' });
});

test('two forms sent at once make one account', async () => {
  const app = openStaffApp();
  const { url } = valueOf(inviteStaff(operator(app), { email, role: 'broker' }));
  const visitToken = valueOf(openInvitation(app, tokenOf(url)));
  const send = () => joinStaff(visitor(app), { visitToken, name: 'Bea Okafor', password });
  const results = await Promise.all([send(), send()]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(app.db.select().from(staffAccount).all()).toHaveLength(1);
  expect(await send()).toMatchObject({ problem: 'link-used' });
});

test('an address with an account is not invited again', async () => {
  const app = openStaffApp();
  await join(app);
  const again = inviteStaff(operator(app), { email, role: 'admin' });
  expect(again).toMatchObject({ problem: 'not-in-this-state' });
});

test('the invitation is sent with its link, and not any more once the account is made', async () => {
  const app = openStaffApp();
  const { url } = valueOf(inviteStaff(operator(app), { email, role: 'broker' }));
  const [message] = app.db.select().from(outboxMessage).all();
  if (!message) throw new Error('No message');
  expect(composeStaffInvitation(app, message)).toMatchObject({ to: email, link: { url } });
  const visitToken = valueOf(openInvitation(app, tokenOf(url)));
  await joinStaff(visitor(app), { visitToken, name: 'Bea Okafor', password });
  expect(composeStaffInvitation(app, message)).toBeNull();
});

test('the record says who was invited, joined, enrolled and signed in, without an address', async () => {
  const app = openStaffApp();
  await member(app);
  const record = app.db.select().from(auditEntry).all();
  expect(record.map(({ action }) => action)).toEqual([
    'staff-invited',
    'staff-joined',
    'staff-password-accepted',
    'staff-enrolled',
    'recovery-codes-made',
    'recovery-codes-kept',
  ]);
  expect(JSON.stringify(record)).not.toMatch(/bea[^0-9a-f]/);
});

const demoBrokerLink = (app: App) =>
  demoStaffLinks(app).find(({ role }) => role === 'broker')?.url ?? null;

test('the demo broker’s link is the same until it is used, then another, then none', async () => {
  const app = openStaffApp();
  expect(demoStaffLinks(app).map(({ role }) => role)).toEqual(['broker', 'manager']);
  const link = demoBrokerLink(app);
  expect(link).toMatch(/^http:\/\/localhost:4321\/staff\/join\/[\w-]{43}$/);
  expect(demoBrokerLink(app)).toBe(link);
  openInvitation(app, tokenOf(link ?? ''));
  const second = demoBrokerLink(app);
  expect(second).not.toBe(link);
  const visitToken = valueOf(openInvitation(app, tokenOf(second ?? '')));
  await joinStaff(visitor(app), { visitToken, name: 'Demo', password });
  expect(app.db.select().from(staffAccount).all()).toMatchObject([{ role: 'broker' }]);
  expect(demoStaffLinks(app).map(({ role }) => role)).toEqual(['manager']);
});

test('without the sample area there is no demo link', () => {
  const app = openStaffApp({ SAMPLE_AREA: 'none' });
  expect(demoStaffLinks(app)).toEqual([]);
});
