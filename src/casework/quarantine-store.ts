import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { restartClocks } from '#brokerage/case-clocks.ts';

/** A request that was held back; `isSpam` once somebody has said that it is from no family. */
export type HeldRequest = {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly receivedAt: string;
  readonly wish: 'place' | 'advice';
  readonly isUrgent: boolean;
  readonly reason: string;
  readonly isSpam: boolean;
};

const columns = {
  id: brokerageCase.id,
  reference: brokerageCase.reference,
  version: brokerageCase.version,
  receivedAt: brokerageCase.receivedAt,
  wish: brokerageCase.wish,
  isUrgent: brokerageCase.isUrgent,
  reason: brokerageCase.quarantinedFor,
  status: brokerageCase.status,
};
const isHeld = and(isNotNull(brokerageCase.quarantinedFor), isNull(brokerageCase.erasedAt));

type Row = Omit<HeldRequest, 'reason' | 'isSpam'> & {
  readonly reason: string | null;
  readonly status: string;
};
const heldOf = ({ reason, status, ...row }: Row): HeldRequest => ({
  ...row,
  reason: reason ?? '',
  isSpam: status === 'closed',
});

/** What is held back, the first received first; `isSpam` for what was found to be from no family. */
export const listHeld = (db: Reader, isSpam: boolean, limit: number): readonly HeldRequest[] =>
  db
    .select(columns)
    .from(brokerageCase)
    .where(isHeld)
    .orderBy(asc(brokerageCase.receivedAt))
    .all()
    .map(heldOf)
    .filter((held) => held.isSpam === isSpam)
    .slice(0, limit);

export const findHeld = (db: Reader, reference: string): HeldRequest | undefined => {
  const row = db
    .select(columns)
    .from(brokerageCase)
    .where(and(isHeld, eq(brokerageCase.reference, reference)))
    .get();
  return row && heldOf(row);
};

type Change = Partial<typeof brokerageCase.$inferInsert>;
const change = (tx: Tx, { id, version }: HeldRequest, values: Change): void => {
  tx.update(brokerageCase)
    .set({ ...values, version: version + 1 })
    .where(eq(brokerageCase.id, id))
    .run();
};

/** Puts a held request into the queue, as if it had come that way. */
export const release = (
  tx: Tx,
  held: HeldRequest,
  clocks: ReturnType<typeof restartClocks>,
): void => {
  const fresh = { status: 'new', closedAt: null, nextAction: 'contact-family' } as const;
  const nextActionDue = clocks.contactDue;
  change(tx, held, {
    ...{ ...clocks, quarantinedFor: null, nextActionDue },
    ...(held.isSpam && fresh),
  });
};

/** Closes a held request; it stays as it is until its time is over. */
export const putAside = (tx: Tx, held: HeldRequest, now: Date): void => {
  const closedAt = now.toISOString();
  change(tx, held, { status: 'closed', closedAt, nextAction: null, nextActionDue: null });
};
