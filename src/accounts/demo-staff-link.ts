import type { App, StaffRole } from '#platform/context.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openLinkTo } from './invitation-store.ts';
import { invite, joinUrl } from './invite-staff.ts';
import { findAccountByEmail } from './staff-account-store.ts';

const demoPeople = [
  { role: 'broker', email: 'demo.broker@council.example' },
  { role: 'manager', email: 'demo.manager@council.example' },
] as const satisfies readonly { role: StaffRole; email: string }[];
type DemoRole = (typeof demoPeople)[number]['role'];

export type DemoLink = { readonly role: DemoRole; readonly url: string };

/**
 * The sample area's ways in: the addresses at which anyone may make the demo broker's account and
 * the demo manager's. Each the same until it is used or too old. None without the sample area, and
 * none to an account that has been made.
 */
export function demoStaffLinks(app: App): readonly DemoLink[] {
  if (app.settings.sampleArea === 'none') return [];
  const ctx = { ...app, actor: { kind: 'system' } } as const;
  return inTransaction(app.db, (tx) =>
    demoPeople.flatMap(({ role, email }) => {
      if (findAccountByEmail(tx, email)) return [];
      const linkId = openLinkTo(tx, email, app.clock.now()) ?? invite(tx, ctx, email, role).linkId;
      return [{ role, url: joinUrl(app, linkId) }];
    }),
  );
}
