import type { Ctx } from '#platform/context.ts';
import type { StaffSession } from './find-staff-session.ts';
import { listSessions } from './staff-session-store.ts';
import { stageOf } from './staff-session.ts';

export type OwnSession = {
  readonly id: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  /** Whether it is the one that asks. */
  readonly isThis: boolean;
};

/** Where the person is signed in now, the latest used first. */
export function listOwnSessions(ctx: Ctx, { id, account }: StaffSession): readonly OwnSession[] {
  const now = ctx.clock.now();
  const isOpen = (session: ReturnType<typeof listSessions>[number]) =>
    stageOf({ ...session, enrolled: true, codesKeptAt: null }, now) !== 'over';
  return listSessions(ctx.db, account.id)
    .filter(isOpen)
    .map((session) => ({
      id: session.id,
      startedAt: session.startedAt,
      usedAt: session.usedAt,
      isThis: session.id === id,
    }));
}
