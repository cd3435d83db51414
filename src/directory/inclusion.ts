/** What a provider (or a visit) answered, as it is kept. `ask-us` is never shown as a no. */
export type InclusionRecord = {
  readonly answer: 'yes' | 'with-notice' | 'no' | 'ask-us';
  /** At most 200 characters, in the provider's words. */
  readonly note: string | null;
  /** ISO day. */
  readonly confirmedOn: string;
  readonly source: 'provider' | 'council-visit' | 'health' | 'sample';
};

/** The four words families see and search by. */
export const inclusionAnswers = ['yes', 'with-notice', 'no', 'not-said'] as const;
export type InclusionAnswer = (typeof inclusionAnswers)[number];

/**
 * The answer that still counts on `today` (ISO day). Silence, "ask us" and an answer confirmed more
 * than 12 months ago are all `not-said`: unknown is never "no".
 */
export function effectiveAnswer(
  record: InclusionRecord | undefined,
  today: string,
): InclusionAnswer {
  if (record === undefined || record.answer === 'ask-us') return 'not-said';
  return isStale(record, today) ? 'not-said' : record.answer;
}

/** Whether it was confirmed more than 12 months before `today` (ISO day). */
export const isStale = (record: InclusionRecord, today: string): boolean =>
  record.confirmedOn < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

/** Whether the answer means the child can have it: now, or when the place is told beforehand. */
export const isOffered = (answer: InclusionAnswer): boolean =>
  answer === 'yes' || answer === 'with-notice';
