import { changeCase, type OpenCase } from '#brokerage/case-store.ts';
import { clockChange } from '#brokerage/case-clocks.ts';
import { mayBecome } from '#brokerage/case-status.ts';
import type { Reader, Tx } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepDays } from '#platform/settings/targets.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findCaseFor } from '../staff-cases.ts';
import { staffWith } from '../staff-rights.ts';
import { askablePlace } from './askable-place.ts';
import { listEnquiries } from './enquiry-store.ts';
import { needsAgreement } from './may-be-asked.ts';
import { sendQuestion } from './send-question.ts';

type AskProblem = 'not-allowed' | 'not-found' | 'stale-version' | 'not-in-this-state';

/** One place to ask, and how. */
export type AskedPlace = {
  readonly providerId: string;
  /** Where the question goes; the broker may have learned another address than the directory's. */
  readonly email: string;
  /** The provider's name as staff know it; a childminder's is often not in the directory. */
  readonly providerName: string;
  /** The family has said yes to this place being asked. */
  readonly agreed: boolean;
};
export type AskSeveral = {
  readonly reference: string;
  readonly version: number;
  readonly places: readonly AskedPlace[];
  readonly note: string;
  /** The family has said yes to its own words about a day being passed on. */
  readonly withDay: boolean;
};

/**
 * Sends each of several places its own question, by a one-time link: all of them or none. Each place
 * is asked once about a case, and only with the family's agreement where it wants to be asked first
 * or did not name that kind. Problems: `not-allowed`, `not-found`, `stale-version`,
 * `not-in-this-state`.
 */
export function askProviders(ctx: Ctx, ask: AskSeveral): Result<null, AskProblem> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  return inTransaction(ctx.db, (tx): Result<null, AskProblem> => {
    const subject = findCaseFor(tx, ctx, { reference: ask.reference });
    if (!subject) return failure('not-found');
    const refused = whyNot(tx, subject, ask);
    if (refused !== null) return failure(refused);
    const answerDue = answerDay(ctx, subject);
    if (!moveToWaiting(tx, ctx, subject, ask.version, answerDue)) return failure('stale-version');
    for (const place of ask.places) {
      const { note, withDay } = ask;
      const told = { ...place, note, withDay, answerDue };
      sendQuestion(tx, { ...ctx, actor: staff.value }, subject, told);
    }
    return success(null);
  });
}

function whyNot(
  db: Reader,
  subject: OpenCase,
  { places }: AskSeveral,
): 'not-found' | 'not-in-this-state' | null {
  const known = places.map(({ providerId }) => askablePlace(db, subject, providerId));
  if (places.length === 0 || known.includes(null)) return 'not-found';
  if (subject.ownerId === null || !mayBecome(subject.status, 'waiting-provider')) {
    return 'not-in-this-state';
  }
  const asked = new Set(listEnquiries(db, subject).map(({ providerId }) => providerId));
  const isWrong = places.some(({ providerId, agreed }, index) => {
    const needsWord = needsAgreement(subject.family.sharing, known[index]?.kind ?? null);
    return asked.has(providerId) || (needsWord && !agreed);
  });
  return isWrong ? 'not-in-this-state' : null;
}

const answerDay = ({ clock, settings }: Ctx, { isUrgent }: OpenCase): string =>
  dueDay(clock.now(), stepDays(settings.targets, isUrgent).providerAnswer, closedDays(settings));

/** Whatever came next, it is now to wait for an answer. */
const moveToWaiting = (
  tx: Tx,
  { clock, settings }: Ctx,
  subject: OpenCase,
  version: number,
  answerDue: string,
): boolean =>
  changeCase(tx, subject.id, version, {
    status: 'waiting-provider',
    nextAction: 'wait-for-provider',
    nextActionDue: answerDue,
    ...clockChange(subject, 'waiting-provider', clock.now(), closedDays(settings)),
  });
