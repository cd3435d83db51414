import { addEvent } from '#brokerage/timeline-store.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { workOnCase, type AtProblem } from '../file/work-on-case.ts';
import { complaintDue, type ComplaintKind } from './complaint.ts';
import { insertComplaint } from './complaint-store.ts';

/**
 * Records a complaint about a request, open or closed, that came in on a London day; its clock runs
 * from that day. A day that is still to come counts as today. Problems: `not-allowed`, `not-found`.
 */
export const recordComplaint = (
  ctx: Ctx,
  reference: string,
  told: { readonly kind: ComplaintKind; readonly text: string; readonly day: string },
): Result<null, AtProblem> =>
  workOnCase(ctx, { reference, version: null }, (tx, subject, staff) => {
    const now = ctx.clock.now();
    const today = londonDay(now);
    const day = told.day < today ? told.day : today;
    const receivedAt = day === today ? now.toISOString() : `${day}T12:00:00.000Z`;
    const { kind, text } = told;
    insertComplaint(tx, ctx, subject, staff, { kind, text, receivedAt, due: complaintDue(day) });
    addEvent(tx, ctx, subject, 'complaint-received', { staffName: staff.name });
    recordAudit(tx, ctx, {
      action: 'complaint-recorded',
      object: `case:${subject.id}`,
      fields: ['complaint'],
    });
    return success(null);
  });
