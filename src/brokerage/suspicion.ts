import { typedValue, type Typed } from '#platform/http/form.ts';

/**
 * Why a request may be from no family. None of these is proof: someone who types fast, or whose
 * browser fills in every field, is a family too, so a person looks, and nothing is thrown away.
 */
export const suspicions = ['too-fast', 'trap', 'repeated'] as const;
export type Suspicion = (typeof suspicions)[number];

/** A field that people do not see and robots fill in. */
export const trapField = 'website';

const leastSeconds = 3;
const mostFromOneContact = 3;

/** What is known beside what was typed. */
export type Seen = {
  /** Since the draft was begun. */
  readonly seconds: number;
  /** How many requests the same contact has sent in the last day, this one not counted. */
  readonly earlier: number;
};

/** Why a person must look at what was sent before it joins the queue; null when none need. */
export function suspicionOf(typed: Typed, { seconds, earlier }: Seen): Suspicion | null {
  if (typedValue(typed, trapField).trim() !== '') return 'trap';
  if (seconds < leastSeconds) return 'too-fast';
  return earlier >= mostFromOneContact ? 'repeated' : null;
}
