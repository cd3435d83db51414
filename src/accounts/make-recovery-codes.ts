import type { Ctx } from '#platform/context.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { asStaff } from './as-staff.ts';
import type { StaffSession } from './find-staff-session.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { markCodesKept, setRecoveryCodes } from './second-factor-store.ts';

/**
 * Gives an account a new set of recovery codes, to be shown this once: only hashes are kept.
 * Problem: `not-in-this-state` unless the account has proved its app and has yet to keep its codes.
 */
export function makeRecoveryCodes(
  ctx: Ctx,
  { account, stage }: StaffSession,
): Result<readonly string[], 'not-in-this-state'> {
  if (stage !== 'codes') return failure('not-in-this-state');
  const codes = newRecoveryCodes(ctx.ids);
  const hashes = codes.map((code) => hashRecoveryCode(ctx.keys, account.id, code));
  inTransaction(ctx.db, (tx) => {
    setRecoveryCodes(tx, account.id, hashes);
    recordAudit(tx, asStaff(ctx, account), {
      action: 'recovery-codes-made',
      object: `staff:${account.id}`,
    });
  });
  return success(codes);
}

/** Notes that the codes are kept, which ends the enrolment. Problem: as above. */
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
