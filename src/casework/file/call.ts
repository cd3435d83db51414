export const callDirections = ['out', 'in', 'in-person'] as const;
export type CallDirection = (typeof callDirections)[number];
export const callResults = ['reached', 'voicemail', 'no-answer'] as const;
export type CallResult = (typeof callResults)[number];

/** A phone call or a talk; `enquiryId` is null when it was with the family. */
export type Call = {
  readonly id: string;
  readonly at: string;
  readonly direction: CallDirection;
  readonly result: CallResult;
  readonly interpreter: boolean;
  readonly enquiryId: string | null;
  readonly note: string;
  readonly by: string;
};

/** So many calls in a row that did not reach a family, and contact may be called lost. */
export const triesBeforeLost = 3;

/** How many of our latest calls to the family in a row did not reach it; calls are newest first. */
export function unansweredTries(
  calls: readonly Pick<Call, 'direction' | 'result' | 'enquiryId'>[],
): number {
  const withFamily = calls.filter(({ enquiryId }) => enquiryId === null);
  const reached = withFamily.findIndex(({ result }) => result === 'reached');
  const since = reached === -1 ? withFamily : withFamily.slice(0, reached);
  return since.filter(({ direction }) => direction === 'out').length;
}
