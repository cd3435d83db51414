import type { SessionApp } from './find-staff-session.ts';
import { sealedSecretOf, spendStep } from './second-factor-store.ts';
import { openSecret, type StaffAuth } from './staff-auth.ts';
import { stepOf } from './totp.ts';

/** Spends an authenticator's code, so that nobody can use it again. False when it is not usable. */
export async function spendCode(
  app: SessionApp,
  auth: StaffAuth,
  accountId: string,
  code: string,
): Promise<boolean> {
  const sealed = sealedSecretOf(app.db, accountId);
  if (sealed === undefined) return false;
  const step = stepOf(await openSecret(auth, sealed), code, app.clock.now());
  return step !== undefined && spendStep(app.db, accountId, step);
}
