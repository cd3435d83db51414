import { insertDraft, type Answers } from '#brokerage/draft-store.ts';
import { inTransaction } from '#platform/transaction.ts';
import { sampleSteps } from '../../support/family.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Drafts in which every question is answered, ready to send; gives the secrets of their cookies. */
export function readyDrafts(app: TestApp, count: number): readonly string[] {
  const steps = Object.entries(sampleSteps).map(([step, typed]) => [
    step,
    Object.fromEntries(Object.entries(typed ?? {}).map(([name, values]) => [name, [...values]])),
  ]);
  const answers: Answers = {
    steps: Object.fromEntries(steps),
    suggested: {},
    first: [],
    cameFrom: { search: '', providerId: '', shortlist: [] },
  };
  return inTransaction(app.db, (tx) =>
    Array.from({ length: count }, () => insertDraft(tx, app, answers)),
  );
}
