import { z } from 'zod';

/** The longest message, in characters. */
export const longestMessage = 4000;

export const messageText = z.object({ text: z.string() });

/** One message of a case's conversation, opened. */
export type Message = {
  readonly id: string;
  readonly at: string;
  readonly from: 'family' | 'staff';
  readonly text: string;
  /** When the other side first opened it; null before. */
  readonly readAt: string | null;
};

/** What somebody wrote, and the mark of the form it was written in: the same twice is one message. */
export type Written = { readonly text: string; readonly once: string };
