import { addHours } from '#platform/links/access-link.ts';

const idleHours = 0.5;
const longestHours = 12;
/** How exactly the last use is kept: a write for every page would be waste. */
const touchHours = 1 / 60;

/** What a session opens: everything, or only the steps that set up the second factor. */
export type SessionStage = 'in' | 'enrol' | 'codes';

type SessionFacts = {
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly enrolled: boolean;
  readonly codesKeptAt: Date | null;
};

/**
 * Where a session stands now. It is over after 30 minutes without use, 12 hours after it began, and
 * when it began with the password alone and the second factor has been set up elsewhere since.
 */
export function stageOf(session: SessionFacts, now: Date): SessionStage | 'over' {
  const ends = Math.min(
    addHours(session.usedAt, idleHours).getTime(),
    addHours(session.startedAt, longestHours).getTime(),
  );
  if (ends <= now.getTime()) return 'over';
  if (session.secondFactorAt === null) return session.enrolled ? 'over' : 'enrol';
  return session.codesKeptAt === null ? 'codes' : 'in';
}

export const isWorthTouching = (usedAt: Date, now: Date): boolean =>
  addHours(usedAt, touchHours) <= now;
