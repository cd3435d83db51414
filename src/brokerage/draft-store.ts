import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#db/open-database.ts';
import { requestDraft } from '#db/schema/brokerage.ts';
import type { App } from '#platform/context.ts';
import {
  newDataKey,
  sealJson,
  unsealJson,
  unwrapDataKey,
  type DataKey,
} from '#platform/crypto/data-key.ts';
import type { Typed } from '#platform/http/form.ts';
import { addHours, hashToken } from '#platform/links/access-link.ts';
import { draftHours, type AskStep } from './ask/steps.ts';
import { trackVisitHours } from './tracking.ts';

const typed = z.record(z.string(), z.array(z.string()));
const answersSchema = z.object({
  steps: z.partialRecord(
    z.enum(['about', 'contact', 'child', 'needs', 'times', 'place', 'tried', 'sharing']),
    typed,
  ),
  /** What is only suggested, from the search they came from, and not answered yet. */
  suggested: z.partialRecord(z.enum(['needs', 'place']), typed),
  cameFrom: z.object({ search: z.string(), providerId: z.string() }),
});
export type Answers = z.infer<typeof answersSchema>;

export type Draft = {
  readonly id: string;
  readonly key: DataKey;
  readonly answers: Answers;
};
export type SentDraft = { readonly id: string; readonly caseId: string };

const place = (id: string) => ({ table: 'request_draft', column: 'sealed_answers', row: id });

/** Stores the first answers of a draft under the hash of its secret. */
export function insertDraft(
  db: Reader,
  ctx: Pick<App, 'clock' | 'keys'>,
  token: string,
  answers: Answers,
): void {
  const id = hashToken(token);
  const now = ctx.clock.now();
  const { key, wrapped } = newDataKey(ctx.keys, id);
  db.insert(requestDraft)
    .values({
      tokenHash: id,
      wrappedKey: wrapped,
      sealedAnswers: sealJson(key, place(id), answers),
      startedAt: now.toISOString(),
      expiresAt: addHours(now, draftHours).toISOString(),
    })
    .run();
}

/** The draft that a cookie's secret opens: still open, already sent, or (undefined) gone. */
export function findDraft(
  db: Reader,
  ctx: Pick<App, 'clock' | 'keys'>,
  token: string,
): Draft | SentDraft | undefined {
  const row = db
    .select()
    .from(requestDraft)
    .where(
      and(
        eq(requestDraft.tokenHash, hashToken(token)),
        gt(requestDraft.expiresAt, ctx.clock.now().toISOString()),
      ),
    )
    .get();
  if (!row) return undefined;
  if (row.caseId !== null) return { id: row.tokenHash, caseId: row.caseId };
  if (row.wrappedKey === null || row.sealedAnswers === null) return undefined;
  const key = unwrapDataKey(ctx.keys, row.tokenHash, row.wrappedKey);
  const answers = answersSchema.parse(unsealJson(key, place(row.tokenHash), row.sealedAnswers));
  return { id: row.tokenHash, key, answers };
}

export function saveAnswers(db: Reader, draft: Draft, answers: Answers): void {
  db.update(requestDraft)
    .set({ sealedAnswers: sealJson(draft.key, place(draft.id), answers) })
    .where(and(eq(requestDraft.tokenHash, draft.id), isNull(requestDraft.caseId)))
    .run();
}

/**
 * Empties a draft that became a case. What is left finds the case again, so that sending twice makes
 * one, for no longer than a way in to a request lasts.
 */
export function emptyDraft(
  db: Reader,
  ctx: Pick<App, 'clock'>,
  draftId: string,
  caseId: string,
): void {
  const expiresAt = addHours(ctx.clock.now(), trackVisitHours).toISOString();
  db.update(requestDraft)
    .set({ caseId, wrappedKey: null, sealedAnswers: null, expiresAt })
    .where(eq(requestDraft.tokenHash, draftId))
    .run();
}

export const deleteDraft = (db: Reader, token: string): void => {
  db.delete(requestDraft)
    .where(eq(requestDraft.tokenHash, hashToken(token)))
    .run();
};

/** Removes drafts past their seven days; run by housekeeping. */
export const purgeDrafts = (db: Reader, clock: App['clock']): number =>
  db.delete(requestDraft).where(lte(requestDraft.expiresAt, clock.now().toISOString())).run()
    .changes;

/** One question's accepted answer as it was typed. */
export const withStep = (answers: Answers, step: AskStep, value: Typed): Answers => ({
  ...answers,
  steps: {
    ...answers.steps,
    [step]: Object.fromEntries(Object.entries(value).map(([name, values]) => [name, [...values]])),
  },
});
