import type { OpenCase } from '#brokerage/case-store.ts';
import type { Ctx } from '#platform/context.ts';
import { staffWith } from '../staff-rights.ts';
import { listTies, reasonOf, sameContact, type ListedTie } from './tie-store.ts';

export type CaseTies = {
  readonly ties: readonly (ListedTie & { readonly reason: string })[];
  /** Requests with the same e-mail address or phone number. */
  readonly alike: ReturnType<typeof sameContact>;
};

/**
 * Which requests belong to a case that the caller has been allowed to read, and which may.
 * A reason is sealed with the key of the case that goes on, so it is read there only, and only by
 * those who may see sensitive facts; elsewhere it is empty.
 */
export function viewTies(ctx: Ctx, subject: OpenCase): CaseTies {
  const maySee = staffWith('sensitive', ctx.actor).ok;
  return {
    ties: listTies(ctx.db, subject.id).map((tie) => ({
      ...tie,
      reason: maySee && tie.caseId === subject.id ? reasonOf(subject, tie) : '',
    })),
    alike: sameContact(ctx.db, subject.id),
  };
}
