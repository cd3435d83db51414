import { eq } from 'drizzle-orm';
import type { CaseStatus } from '#brokerage/case-status.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import type { Ctx } from '#platform/context.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { addPlace } from '../support/place.ts';
import {
  askPlace,
  closeAs,
  offerFrom,
  sendSampleRequest,
  valueOf,
  yes,
  type SentRequest,
} from '../support/request.ts';
import { asha, type TestApp } from '../support/test-app.ts';

/** A request on which every move could be tried: one option open, one answer read, one awaited. */
export type BusyCase = {
  readonly app: TestApp;
  readonly sent: SentRequest;
  readonly reference: string;
  readonly version: () => number;
  readonly family: Ctx;
  /** Whom nobody has heard from yet. */
  readonly provider: Ctx;
  /** The enquiry that was answered yes and not offered yet. */
  readonly answered: string;
  /** The option that is open. */
  readonly offered: string;
};

/** Such a request in a status; a new one has neither questions nor options yet. */
export function busyCase(app: TestApp, status: CaseStatus): BusyCase {
  // Its durability is tested elsewhere; here speed counts.
  app.db.$client.pragma('synchronous = OFF');
  const sent = sendSampleRequest(app);
  addPlace(app, 'dogwood');
  const { reference, family } = sent;
  const base = { app, sent, reference, family, version: () => sent.now().version };
  if (status === 'new') {
    const provider = app.as({ kind: 'provider', enquiryId: 'nothing' });
    return { ...base, provider, answered: 'nothing', offered: 'nothing' };
  }
  const offered = offerFrom(app, sent);
  const { enquiryId: answered, provider: beech } = askPlace(app, sent, 'beech');
  valueOf(answerEnquiry(beech, yes));
  const { provider } = askPlace(app, sent, 'cedar');
  if (status === 'closed') closeAs(app, sent, 'unmet');
  else setStatus(app, sent.caseId, status);
  return { ...base, provider, answered, offered };
}

const nextActions = {
  'in-progress': 'find-places',
  'waiting-provider': 'wait-for-provider',
  'waiting-family': 'wait-for-family',
} as const;

function setStatus(app: TestApp, id: string, status: keyof typeof nextActions): void {
  app.db
    .update(brokerageCase)
    .set({ status, nextAction: nextActions[status], ownerId: asha.kind === 'staff' ? asha.id : '' })
    .where(eq(brokerageCase.id, id))
    .run();
}
