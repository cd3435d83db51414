import { z } from 'zod';

/** Whether a family found what it needed, in its own judgement. */
export const helpedAnswers = ['yes', 'partly', 'no'] as const;

/** What a family says at the end: three questions, the last of them the child's. */
export const feedbackAnswers = z.object({
  helped: z.enum(helpedAnswers),
  better: z.string(),
  /** What the child thinks or likes, in the child's own words. */
  child: z.string(),
});
export type FeedbackAnswers = z.infer<typeof feedbackAnswers>;

export type Feedback = {
  readonly at: string;
  readonly answers: FeedbackAnswers;
  /** Whether a drawing or photo came with it. */
  readonly hasPicture: boolean;
};
