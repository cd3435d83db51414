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
import { addHours, hashToken, linkToken } from '#platform/links/access-link.ts';
import { askSteps, draftHours, type AskStep } from './ask/steps.ts';
import { trackVisitHours } from './tracking.ts';

const typed = z.record(z.string(), z.array(z.string()));
const answersSchema = z.object({
  steps: z.partialRecord(z.enum(askSteps), typed),
  /** What is only suggested, from the search they came from, and not answered yet. */
  suggested: z.partialRecord(z.enum(['needs-1', 'place', 'kinds', 'children', 'start']), typed),
  /** Where the link back was asked for, and the language it was read in. */
  letter: z.object({ email: z.string(), language: z.string() }).optional(),
  /** The places picked to be asked first. */
  first: z.array(z.string()).default([]),
  cameFrom: z.object({
    search: z.string(),
    providerId: z.string(),
    shortlist: z.array(z.string()).default([]),
  }),
});
export type Answers = z.infer<typeof answersSchema>;

export type Draft = {
  readonly id: string;
  readonly key: DataKey;
  readonly answers: Answers;
  readonly startedAt: string;
  readonly expiresAt: string;
  /** The id that the draft's secret is derived from. */
  readonly linkId: string;
  /** The case that these answers will change; null for a new one. */
  readonly changesCaseId: string | null;
};
export type SentDraft = { readonly id: string; readonly caseId: string };

const place = (id: string) => ({ table: 'request_draft', column: 'sealed_answers', row: id });

/**
 * Stores the first answers of a draft and gives its secret. The secret is derived from an id, so that
 * a message can carry it and the database cannot open it.
 */
export function insertDraft(
  db: Reader,
  ctx: Pick<App, 'clock' | 'keys' | 'ids'>,
  answers: Answers,
  changesCaseId: string | null = null,
): string {
  const linkId = ctx.ids.id();
  const token = linkToken(ctx.keys, linkId);
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
      ...{ linkId, changesCaseId },
    })
    .run();
  return token;
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
  return row && openRow(ctx, row);
}

/** An open draft by its id, for the message that brings its link; undefined once sent or gone. */
export function findDraftById(
  db: Reader,
  ctx: Pick<App, 'clock' | 'keys'>,
  id: string,
): Draft | undefined {
  const row = db.select().from(requestDraft).where(eq(requestDraft.tokenHash, id)).get();
  if (!row || row.expiresAt <= ctx.clock.now().toISOString()) return undefined;
  const draft = openRow(ctx, row);
  return draft === undefined || 'caseId' in draft ? undefined : draft;
}

function openRow(
  ctx: Pick<App, 'keys'>,
  row: typeof requestDraft.$inferSelect,
): Draft | SentDraft | undefined {
  if (row.caseId !== null) return { id: row.tokenHash, caseId: row.caseId };
  const { wrappedKey, sealedAnswers, linkId, startedAt, expiresAt, changesCaseId } = row;
  if (wrappedKey === null || sealedAnswers === null || linkId === null) return undefined;
  const key = unwrapDataKey(ctx.keys, row.tokenHash, wrappedKey);
  const answers = answersSchema.parse(unsealJson(key, place(row.tokenHash), sealedAnswers));
  return { id: row.tokenHash, key, answers, startedAt, expiresAt, linkId, changesCaseId };
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
