import { startClocks } from '#brokerage/case-clocks.ts';
import { findCase, insertCase, type OpenCase } from '#brokerage/case-store.ts';
import { unasked, type Family } from '#brokerage/family.ts';
import { trackLinkHours } from '#brokerage/tracking.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { enqueueMessage, type MessageKind } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import type { TestApp } from './test-app.ts';

type Contact = Partial<Family['contact']> & { readonly language?: string };
export type FamilyCase = { readonly id: string; readonly reference: string };

/** A case on file, with nothing queued yet. Its family has an e-mail address and a mobile phone. */
export function addCase(app: TestApp, { language = 'en', ...contact }: Contact = {}): FamilyCase {
  const id = app.ids.id();
  const reference = app.ids.reference();
  const family: Family = {
    ...unasked,
    language,
    wish: 'place',
    contact: {
      name: 'Amina',
      channel: 'email',
      email: 'amina@example.org',
      phone: '07700 900123',
      speaks: language,
      ...contact,
    },
    cameFrom: { search: '', providerId: '', shortlist: [] },
  };
  inTransaction(app.db, (tx) =>
    insertCase(tx, app, {
      ...{ id, reference, family, wish: 'place', isUrgent: false },
      ...{ emailIndex: null, phoneIndex: null, quarantinedFor: null },
      receivedAt: app.clock.now().toISOString(),
      ...startClocks(app.settings, app.clock.now(), { isUrgent: false, wish: 'place' }),
      nextActionDue: '2026-11-25',
    }),
  );
  return { id, reference };
}

export function openedCase(app: TestApp, { id }: FamilyCase): OpenCase {
  const found = findCase(app.db, app, { id });
  if (!found) throw new Error('The case is not there');
  return found;
}

/** Queues one of the family's messages, with a fresh link that ends the unused ones before it. */
export function tell(app: TestApp, { id }: FamilyCase, kind: MessageKind): void {
  inTransaction(app.db, (tx) => {
    const linkId = issueLink(tx, app, { purpose: 'track', subjectId: id, hours: trackLinkHours });
    enqueueMessage(tx, app, { kind, subjectId: id, linkId, dedupeKey: `${kind}:${linkId}` });
  });
}
