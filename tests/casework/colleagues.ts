import { staffAccount } from '#db/schema/accounts.ts';
import type { Actor } from '#platform/context.ts';
import { asha, ben, type TestApp } from '../support/test-app.ts';

export type Staff = Extract<Actor, { readonly kind: 'staff' }>;
export const mia: Staff = { kind: 'staff', id: 'mia', name: 'Mia', role: 'manager' };

/** Gives Asha, Ben and Mia, the manager, accounts of their own. */
export function addColleagues(app: TestApp): void {
  const at = app.clock.now();
  for (const one of [asha, ben, mia]) {
    if (one.kind !== 'staff') continue;
    const { id, name, role } = one;
    app.db
      .insert(staffAccount)
      .values({
        ...{ id, name, role, email: `${id}@council.example` },
        ...{ emailVerified: true, twoFactorEnabled: true, createdAt: at, updatedAt: at },
      })
      .run();
  }
}
