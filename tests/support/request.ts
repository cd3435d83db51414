import { answerQuestion, openDraft } from '#brokerage/answer-question.ts';
import { pathOf, type AskStep } from '#brokerage/ask/steps.ts';
import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { sendRequest } from '#brokerage/send-request.ts';
import { startRequest } from '#brokerage/start-request.ts';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { claimCase } from '#casework/queue/claim-case.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import type { Actor, Ctx } from '#platform/context.ts';
import type { Typed } from '#platform/http/form.ts';
import { findVisit } from '#platform/links/visit.ts';
import type { Result } from '#platform/result.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { brokerageCase, requestDraft } from '#db/schema/brokerage.ts';
import { addHours, hashToken } from '#platform/links/access-link.ts';
import { eq } from 'drizzle-orm';
import { sampleSteps } from './family.ts';
import { addPlace } from './place.ts';
import { asha, type TestApp } from './test-app.ts';

export const anybody: Actor = { kind: 'public' };
export const yes: ProviderAnswer = { answer: 'yes', from: '', visit: false, note: '' };
export const no: ProviderAnswer = { answer: 'no', reason: 'full', note: '' };

/** The value of what should have gone well. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`It should have gone well: ${result.problem}`);
  return result.value;
}

type Overrides = Partial<Record<AskStep, Typed>>;

/** A draft in which the given steps are answered as the sample family does. */
export function startDraft(
  app: TestApp,
  {
    steps = pathOf(sampleSteps),
    overrides = {},
    from = { search: '', providerId: '' },
  }: {
    readonly steps?: readonly AskStep[];
    readonly overrides?: Overrides;
    readonly from?: { readonly search: string; readonly providerId: string };
  },
  language = 'en',
): string {
  const ctx = app.as(anybody, language);
  const token = startRequest(ctx, from);
  for (const step of steps) answer(ctx, token, step, overrides[step] ?? sampleSteps[step] ?? {});
  startedLongAgo(app, token);
  return token;
}

/** People take minutes to answer; a draft that took none is looked at by a person first. */
function startedLongAgo(app: TestApp, token: string): void {
  const startedAt = addHours(app.clock.now(), -0.2).toISOString();
  app.db
    .update(requestDraft)
    .set({ startedAt })
    .where(eq(requestDraft.tokenHash, hashToken(token)))
    .run();
}

/** Answers one question of a draft; throws when the answer is not taken. */
export function answer(ctx: Ctx, token: string, step: AskStep, typed: Typed): void {
  const answered = answerQuestion(ctx, valueOf(openDraft(ctx, token)), step, typed);
  if (!answered.ok) throw new Error(`${step} was not taken: ${JSON.stringify(answered.problems)}`);
}

export type SentRequest = {
  readonly caseId: string;
  readonly reference: string;
  readonly draftToken: string;
  readonly visitToken: string;
  /** The app as this family sees it. */
  readonly family: Ctx;
  /** The case as it is now. */
  readonly now: () => OpenCase;
};

/** A request that the sample family sent, answering every question. */
export function sendSampleRequest(
  app: TestApp,
  overrides: Overrides = {},
  language = 'en',
): SentRequest {
  const draftToken = startDraft(app, { overrides }, language);
  const { visitToken } = valueOf(sendRequest(app.as(anybody, language), draftToken));
  const caseId = findVisit(app.db, app.clock, 'track', visitToken) ?? '';
  letIn(app, caseId);
  const now = (): OpenCase => {
    const found = findCase(app.db, app, { id: caseId });
    if (!found) throw new Error('The case is not there');
    return found;
  };
  const family = app.as({ kind: 'family', caseId }, language);
  return { caseId, reference: now().reference, draftToken, visitToken, family, now };
}

/** One family that asks many times a day is looked at first; here it stands for many families. */
function letIn(app: TestApp, caseId: string): void {
  app.db
    .update(brokerageCase)
    .set({ quarantinedFor: null })
    .where(eq(brokerageCase.id, caseId))
    .run();
}

/** Claims the request for Asha. */
export const claimed = (app: TestApp, sent: SentRequest): SentRequest => {
  valueOf(claimCase(app.as(asha), sent.reference));
  return sent;
};

/** Asks a place, added to the directory when new, and gives the enquiry and its provider's view. */
export function askPlace(app: TestApp, sent: SentRequest, id = 'acorn', note = '') {
  if (sent.now().ownerId === null) claimed(app, sent);
  const ask = {
    reference: sent.reference,
    version: sent.now().version,
    providerId: addPlace(app, id),
    email: `${id}@nursery.example`,
    providerName: `Nursery ${id}`,
    note,
    agreed: false,
  };
  valueOf(askProvider(app.as(asha), ask));
  const enquiryId =
    listEnquiries(app.db, sent.now()).find(({ providerId }) => providerId === id)?.id ?? '';
  return { enquiryId, provider: app.as({ kind: 'provider', enquiryId }) };
}

/** A place asked, answered and put before the family; gives the offer's id. */
export function offerFrom(
  app: TestApp,
  sent: SentRequest,
  { id = 'acorn', says = yes }: { readonly id?: string; readonly says?: ProviderAnswer } = {},
): string {
  const { enquiryId, provider } = askPlace(app, sent, id);
  valueOf(answerEnquiry(provider, says));
  const { reference } = sent;
  valueOf(offerPlace(app.as(asha), { reference, version: sent.now().version, enquiryId }));
  return listOffers(app.db, sent.now()).find(({ providerId }) => providerId === id)?.id ?? '';
}

/** Closes the request with an outcome, as Asha. */
export function closeAs(
  app: TestApp,
  sent: SentRequest,
  outcome: OpenCase['outcome'] & string,
): void {
  if (sent.now().ownerId === null) claimed(app, sent);
  const { reference } = sent;
  const { version } = sent.now();
  const why = 'It is a test';
  valueOf(recordOutcome(app.as(asha), { reference, version, outcome, note: '', why }));
}
