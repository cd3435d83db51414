import { changeCase, type CaseChange, type OpenCase } from '#brokerage/case-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import type { Colleague } from './colleague-store.ts';

type Passing = {
  readonly version: number;
  /** Null for the queue. */
  readonly to: Colleague | null;
  /** Why, for the timeline, where it was no person who did it. */
  readonly text?: string;
};

/**
 * Gives an open case to another owner, or back to the queue, within the caller's transaction; what is
 * to be done next, and by when, stays. False when somebody changed it first.
 */
export function passOn(
  tx: Tx,
  ctx: Ctx,
  subject: OpenCase,
  { version, to, text }: Passing,
): boolean {
  if (!changeCase(tx, subject.id, version, ownedBy(subject, to))) return false;
  const { t } = ctx.words;
  addEvent(tx, ctx, subject, 'handed-over', {
    staffName: ctx.actor.kind === 'staff' ? ctx.actor.name : t('queue:handOver.byItself'),
    providerName: to === null ? t('queue:handOver.theQueue') : to.name,
    ...(text !== undefined && { text }),
  });
  recordAudit(tx, ctx, {
    action: to === null ? 'case-given-back' : 'case-handed-over',
    object: `case:${subject.id}`,
    fields: ['owner'],
  });
  return true;
}

/** A new case that comes to somebody is begun, as it is by claiming it. */
const ownedBy = ({ status }: OpenCase, to: Colleague | null): CaseChange =>
  to !== null && status === 'new'
    ? { ownerId: to.id, status: 'in-progress', nextAction: 'find-places' }
    : { ownerId: to?.id ?? null };
