import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseReferral } from '#db/schema/casework.ts';
import { agreementWays } from '#brokerage/family.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import { shareGroups } from './shared-parts.ts';

export const referralKinds = ['service', 'authority'] as const;
export type ReferralKind = (typeof referralKinds)[number];

const referralDetail = z.object({
  to: z.string(),
  purpose: z.string(),
  groups: z.array(z.enum(shareGroups)),
  /** What left, word for word as it was then. */
  parts: z.array(
    z.object({
      title: z.string(),
      rows: z.array(z.object({ key: z.string(), text: z.string() })),
    }),
  ),
  /** `day` is a London day. */
  consent: z.object({ givenBy: z.string(), how: z.enum(agreementWays), day: z.string() }),
  by: z.string(),
});
export type ReferralDetail = z.infer<typeof referralDetail>;
export type Referral = ReferralDetail & {
  readonly id: string;
  readonly kind: ReferralKind;
  readonly at: string;
};

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_referral', column: 'sealed_detail', row: id });

/** Records what is passed on, and gives the record's id. */
export function insertReferral(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  subject: Subject,
  staff: StaffActor,
  { kind, ...detail }: Omit<ReferralDetail, 'by'> & { readonly kind: ReferralKind },
): string {
  const id = ctx.ids.id();
  tx.insert(caseReferral)
    .values({
      ...{ id, kind, caseId: subject.id, staffId: staff.id },
      at: ctx.clock.now().toISOString(),
      sealedDetail: sealJson(subject.key, place(id), { ...detail, by: staff.name }),
    })
    .run();
  return id;
}

/** What has been passed on of a case, oldest first. */
export const listReferrals = (db: Reader, subject: Subject): readonly Referral[] =>
  db
    .select()
    .from(caseReferral)
    .where(eq(caseReferral.caseId, subject.id))
    .orderBy(asc(caseReferral.at))
    .all()
    .map(({ id, kind, at, sealedDetail }) => ({
      ...{ id, kind, at },
      ...referralDetail.parse(unsealJson(subject.key, place(id), sealedDetail)),
    }));
