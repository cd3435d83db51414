import type { OpenCase } from '#brokerage/case-store.ts';
import type { Ctx } from '#platform/context.ts';
import { listTies, sameContact, type ListedTie } from './tie-store.ts';

export type CaseTies = {
  readonly ties: readonly ListedTie[];
  /** Requests with the same e-mail address or phone number. */
  readonly alike: ReturnType<typeof sameContact>;
};

/** Which requests belong to a case that the caller has been allowed to read, and which may. */
export const viewTies = (ctx: Ctx, { id }: OpenCase): CaseTies => ({
  ties: listTies(ctx.db, id),
  alike: sameContact(ctx.db, id),
});
