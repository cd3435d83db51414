import { insertCase } from '#brokerage/case-store.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { inTransaction } from '#platform/transaction.ts';
import { sampleFamily } from '../../support/family.ts';
import type { TestApp } from '../../support/test-app.ts';

const batch = 5_000;

/** Puts so many open cases into the queue, each sealed with a key of its own. */
export function fillQueue(app: TestApp, count: number): void {
  for (let done = 0; done < count; done += batch)
    inTransaction(app.db, (tx) => {
      for (let index = done; index < Math.min(count, done + batch); index += 1) {
        const email = `family${index}@example.org`;
        insertCase(tx, app, {
          id: app.ids.id(),
          reference: app.ids.reference(),
          ...{ wish: 'place', isUrgent: false, quarantinedFor: null, phoneIndex: null },
          emailIndex: contactIndex(app.keys, 'email', email),
          receivedAt: '2026-11-01T10:00:00.000Z',
          nextActionDue: '2026-11-03',
          contactDue: '2026-11-03',
          optionsDue: '2026-11-03',
          family: { ...sampleFamily, contact: { ...sampleFamily.contact, email } },
        });
      }
      return null;
    });
}
