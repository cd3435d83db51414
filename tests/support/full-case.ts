import {
  caseFeedback,
  caseMessage,
  offer,
  requestDraft,
  timelineEvent,
} from '#db/schema/brokerage.ts';
import * as brokerage from '#db/schema/brokerage.ts';
import { enquiry } from '#db/schema/casework.ts';
import { sealJson } from '#platform/crypto/data-key.ts';
import { hashToken } from '#platform/links/access-link.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { startVisit } from '#platform/links/visit.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import { insertSealedCase } from './sealed-case.ts';
import type { TestApp } from './test-app.ts';

type Row = Parameters<typeof insertSealedCase>[1];

/** A case with one of everything that can belong to a case; gives it, its enquiry and its secrets. */
export function insertFullCase(
  app: TestApp,
  row: Row = {},
  told: Readonly<Record<string, unknown>> = {},
) {
  const made = insertSealedCase(app, row, told);
  const { id: caseId, key } = made;
  const at = app.clock.now().toISOString();
  const seal = (table: string, column: string, id: string) =>
    sealJson(key, { table, column, row: id }, { text: 'Qzsecret' });
  const [event, shown, asked, letter, draft] = Array.from({ length: 5 }, () => app.ids.id());
  const ids = { event, shown, asked, letter, draft } as Readonly<Record<string, string>>;
  const id = (name: string) => ids[name] ?? '';
  const enquiryId = id('asked');
  const { db } = app;
  const sealedDetail = seal('timeline_event', 'sealed_detail', id('event'));
  db.insert(timelineEvent)
    .values({ id: id('event'), caseId, at, kind: 'received', actorKind: 'family', sealedDetail })
    .run();
  db.insert(offer)
    .values({
      ...{ id: id('shown'), caseId, providerId: 'acorn', status: 'open', offeredAt: at },
      sealedDetail: seal('offer', 'sealed_detail', id('shown')),
    })
    .run();
  db.insert(enquiry)
    .values({
      ...{ id: enquiryId, caseId, providerId: 'acorn', status: 'asked', askedBy: 'asha' },
      ...{ askedAt: at, answerDue: '2026-11-25' },
      sealedQuestion: seal('enquiry', 'sealed_question', enquiryId),
    })
    .run();
  const sealedText = seal('case_message', 'sealed_text', id('letter'));
  db.insert(caseMessage)
    .values({ id: id('letter'), caseId, at, from: 'family', sealedText })
    .run();
  const sealedAnswers = seal('case_feedback', 'sealed_answers', caseId);
  db.insert(caseFeedback).values({ caseId, at, sealedAnswers, sealedPicture: sealedAnswers }).run();
  const drafts = { startedAt: at, expiresAt: '2027-01-01T00:00:00Z', sealedAnswers };
  db.insert(requestDraft)
    .values({ ...drafts, tokenHash: `sent-${caseId}`, caseId })
    .run();
  db.insert(requestDraft)
    .values({ ...drafts, tokenHash: `change-${caseId}`, changesCaseId: caseId })
    .run();
  db.insert(brokerage.accessCode)
    .values({
      ...{ tokenHash: hashToken(id('draft')), caseId, codeHash: 'x', triesLeft: 5 },
      ...{ createdAt: at, expiresAt: at },
    })
    .run();
  const secrets = inTransaction(db, (tx) =>
    (
      [
        ['track', caseId],
        ['answer', enquiryId],
      ] as const
    ).map(([purpose, subjectId]) => {
      const linkId = issueLink(tx, app, { purpose, subjectId, hours: 24 });
      const kind = purpose === 'track' ? 'options-ready' : 'provider-enquiry';
      enqueueMessage(tx, app, { kind, subjectId, linkId, dedupeKey: `${kind}:${subjectId}` });
      return { linkId, visit: startVisit(tx, app, { purpose, subjectId, hours: 12 }) };
    }),
  );
  return { ...made, enquiryId, secrets };
}
