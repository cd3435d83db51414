import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { success } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { listOpenComplaints } from './complaint-store.ts';
import { clockView } from './complaints.view.ts';

type Href = (path: string, query?: Query) => string;

/** The complaints that are not answered yet, the first due first. Problem: `not-allowed`. */
export function complaintsPage(ctx: Ctx, href: Href) {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const today = londonDay(ctx.clock.now());
  return success(
    listOpenComplaints(ctx.db).map((one) => ({
      reference: one.reference,
      href: href(`/staff/case/${one.reference}/complaint`),
      ...clockView(ctx.words, one, today),
    })),
  );
}
