import type { Reader } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { mayManageStaff } from './may-manage-staff.ts';
import { findAccount, type StaffAccount } from './staff-account-store.ts';

/**
 * The account that an administrator, or the command line, is about to change. Problems:
 * `not-allowed` for anybody else and for one's own account; `not-found`.
 */
export function accountToManage(
  db: Reader,
  { actor }: Pick<Ctx, 'actor'>,
  id: string,
): Result<StaffAccount, 'not-allowed' | 'not-found'> {
  if (!mayManageStaff(actor)) return failure('not-allowed');
  if (actor.kind === 'staff' && actor.id === id) return failure('not-allowed');
  const account = findAccount(db, id);
  return account ? success(account) : failure('not-found');
}
