import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { App } from '#platform/context.ts';
import {
  newDataKey,
  sealJson,
  unsealJson,
  unwrapDataKey,
  type DataKey,
} from '#platform/crypto/data-key.ts';
import type { CaseStatus, NextAction, Outcome } from './case-status.ts';
import type { Suspicion } from './suspicion.ts';
import { storedFamily } from './stored-family.ts';
import type { Family } from './family.ts';

/** A case, opened: what anyone may count, and what only those who help this family may read. */
export type OpenCase = {
  readonly id: string;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly version: number;
  readonly ownerId: string | null;
  readonly nextAction: NextAction | null;
  /** London day on which the next action is due. */
  readonly nextActionDue: string | null;
  readonly isUrgent: boolean;
  /** The two clocks, as London days, and the moments at which each was met. */
  readonly contactDue: string | null;
  readonly contactedAt: string | null;
  readonly optionsDue: string | null;
  readonly optionsAt: string | null;
  /** Since when it waits for the family: the second clock stands still. */
  readonly waitingSince: string | null;
  readonly legalHold: boolean;
  readonly receivedAt: string;
  readonly reopenedAt: string | null;
  readonly closedAt: string | null;
  /** The id of the case that goes on when two were one request. */
  readonly mergedInto: string | null;
  readonly outcome: Outcome | null;
  readonly family: Family;
  readonly key: DataKey;
};

export type CaseRow = typeof brokerageCase.$inferSelect;
const place = (id: string) => ({ table: 'brokerage_case', column: 'sealed_family', row: id });

/** What may be known of a request without opening it. */
export type Outside = Pick<CaseRow, 'wish' | 'isUrgent' | 'emailIndex' | 'phoneIndex'>;

export function insertCase(
  tx: Tx,
  ctx: Pick<App, 'keys'>,
  fresh: Outside & {
    readonly id: string;
    readonly reference: string;
    readonly receivedAt: string;
    readonly nextActionDue: string;
    readonly contactDue: string;
    readonly optionsDue: string | null;
    readonly quarantinedFor: Suspicion | null;
    readonly family: Family;
  },
): DataKey {
  const { family, ...row } = fresh;
  const { key, wrapped } = newDataKey(ctx.keys, fresh.id);
  tx.insert(brokerageCase)
    .values({
      ...row,
      status: 'new',
      version: 1,
      nextAction: 'contact-family',
      wrappedKey: wrapped,
      sealedFamily: sealJson(key, place(fresh.id), family),
    })
    .run();
  return key;
}

/** Opens a row with the case's own key; undefined once that key has been destroyed. */
export function openCase(ctx: Pick<App, 'keys'>, row: CaseRow): OpenCase | undefined {
  const { wrappedKey, sealedFamily, ...rest } = row;
  if (wrappedKey === null || sealedFamily === null) return undefined;
  const key = unwrapDataKey(ctx.keys, row.id, wrappedKey);
  const family = storedFamily.parse(unsealJson(key, place(row.id), sealedFamily));
  return {
    ...rest,
    nextAction: rest.nextAction as NextAction | null,
    outcome: rest.outcome as Outcome | null,
    family,
    key,
  };
}

export function findCase(
  db: Reader,
  ctx: Pick<App, 'keys'>,
  by: { readonly id: string } | { readonly reference: string },
): OpenCase | undefined {
  const where =
    'id' in by ? eq(brokerageCase.id, by.id) : eq(brokerageCase.reference, by.reference);
  const row = db.select().from(brokerageCase).where(where).get();
  return row && openCase(ctx, row);
}

export type CaseChange = Partial<
  Pick<
    CaseRow,
    | ('status' | 'ownerId' | 'nextAction' | 'nextActionDue' | 'closedAt' | 'outcome')
    | ('contactDue' | 'contactedAt' | 'optionsDue' | 'optionsAt' | 'waitingSince')
    | ('reopenedAt' | 'mergedInto' | 'legalHold')
  >
>;

/** Changes a case if nobody has since `version`; says whether it did. */
export const changeCase = (tx: Tx, id: string, version: number, change: CaseChange): boolean =>
  tx
    .update(brokerageCase)
    .set({ ...change, version: version + 1 })
    .where(and(eq(brokerageCase.id, id), eq(brokerageCase.version, version)))
    .run().changes === 1;

/** Seals a family's changed answers in place of those before, under the case's own key. */
export function replaceFamily(
  tx: Tx,
  subject: Pick<OpenCase, 'id' | 'key' | 'version'>,
  { family, ...outside }: Outside & { readonly family: Family },
): void {
  const sealedFamily = sealJson(subject.key, place(subject.id), family);
  tx.update(brokerageCase)
    .set({ ...outside, sealedFamily, version: subject.version + 1 })
    .where(eq(brokerageCase.id, subject.id))
    .run();
}
