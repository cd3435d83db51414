import { and, count, eq, gt, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { App } from '#platform/context.ts';
import { unsealJson, unwrapDataKey } from '#platform/crypto/data-key.ts';

/** Of all that a family told, the little that a message to it needs. */
const told = z.object({
  language: z.string(),
  contact: z.object({ channel: z.string(), email: z.string(), phone: z.string() }),
});
export type CaseContact = z.infer<typeof told>['contact'] & {
  readonly reference: string;
  readonly language: string;
};

/** How to reach the family of a case; undefined once it has been erased. */
export function findCaseContact(
  db: Reader,
  ctx: Pick<App, 'keys'>,
  caseId: string,
): CaseContact | undefined {
  const row = db.select().from(brokerageCase).where(eq(brokerageCase.id, caseId)).get();
  if (!row?.wrappedKey || !row.sealedFamily) return undefined;
  const key = unwrapDataKey(ctx.keys, row.id, row.wrappedKey);
  const place = { table: 'brokerage_case', column: 'sealed_family', row: row.id };
  const { language, contact } = told.parse(unsealJson(key, place, row.sealedFamily));
  return { reference: row.reference, language, ...contact };
}

/** The case of a reference, with the keyed hashes of its contacts. */
export const findContactIndexes = (db: Reader, reference: string) =>
  db
    .select({
      id: brokerageCase.id,
      email: brokerageCase.emailIndex,
      phone: brokerageCase.phoneIndex,
    })
    .from(brokerageCase)
    .where(eq(brokerageCase.reference, reference))
    .get();

/** How many requests a contact, by its keyed hashes, has sent since a moment. */
export function countReceivedSince(
  db: Reader,
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
  since: Date,
): number {
  const isTheirs = or(
    ...(email === null ? [] : [eq(brokerageCase.emailIndex, email)]),
    ...(phone === null ? [] : [eq(brokerageCase.phoneIndex, phone)]),
  );
  if (isTheirs === undefined) return 0;
  const isRecent = gt(brokerageCase.receivedAt, since.toISOString());
  return (
    db.select({ total: count() }).from(brokerageCase).where(and(isTheirs, isRecent)).get()?.total ??
    0
  );
}
