import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asStaff } from './as-staff.ts';
import type { StaffSession } from './find-staff-session.ts';
import { proveAgain, type Proof } from './prove-again.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { markCodesKept, setRecoveryCodes } from './second-factor-store.ts';
import type { StaffAccount } from './staff-account-store.ts';

/**
 * Gives an account its first set of recovery codes, to be shown this once: only hashes are kept.
 * Problem: `not-in-this-state` unless the account has proved its app and has yet to keep its codes.
 */
export const makeRecoveryCodes = (
  ctx: Ctx,
  { account, stage }: StaffSession,
): Result<readonly string[], 'not-in-this-state'> =>
  stage === 'codes' ? success(giveCodes(ctx, account)) : failure('not-in-this-state');

/** Gives a new set in place of the one before, also to be shown once. Problems: as `proveAgain`. */
export async function renewRecoveryCodes(
  ctx: Ctx,
  { account }: StaffSession,
  proof: Proof,
): Promise<Result<readonly string[], 'not-allowed' | 'too-many-requests'>> {
  const proved = await proveAgain(ctx, account, proof);
  return proved.ok ? success(giveCodes(ctx, account)) : proved;
}

function giveCodes(ctx: Ctx, account: StaffAccount): readonly string[] {
  const codes = newRecoveryCodes(ctx.ids);
  const hashes = codes.map((code) => hashRecoveryCode(ctx.keys, account.id, code));
  inTransaction(ctx.db, (tx) => {
    setRecoveryCodes(tx, account.id, hashes);
    recordAudit(tx, asStaff(ctx, account), {
      action: 'recovery-codes-made',
      object: `staff:${account.id}`,
    });
  });
  return codes;
}

/** Notes that the codes are kept, which ends the enrolment. Problem: as `makeRecoveryCodes`. */
export function keepRecoveryCodes(
  ctx: Ctx,
  { account, stage }: StaffSession,
): Result<null, 'not-in-this-state'> {
  if (stage !== 'codes') return failure('not-in-this-state');
  inTransaction(ctx.db, (tx) => {
    markCodesKept(tx, account.id, ctx.clock.now());
    recordAudit(tx, asStaff(ctx, account), {
      action: 'recovery-codes-kept',
      object: `staff:${account.id}`,
    });
  });
  return success(null);
}
