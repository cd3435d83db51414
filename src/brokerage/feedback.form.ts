import { z } from 'zod';
import { oneLine, oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { helpedAnswers } from './feedback.ts';
import type { PictureProblem } from './picture.ts';

const longText = (tooLong: WordKey) =>
  oneLine
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(2000, { error: tooLong }));

/** The three questions at the end. */
export const feedbackForm = z.object({
  helped: oneOf(helpedAnswers, 'brokerage:feedback.helped.missing'),
  better: longText('brokerage:feedback.better.tooLong'),
  child: longText('brokerage:feedback.child.tooLong'),
});

/** What a family reads when its picture cannot be taken. */
export const pictureProblemWords = {
  'too-large': 'brokerage:feedback.picture.tooLarge',
  'not-a-picture': 'brokerage:feedback.picture.notPicture',
  'too-many-pixels': 'brokerage:feedback.picture.tooManyPixels',
  unreadable: 'brokerage:feedback.picture.unreadable',
} as const satisfies Record<PictureProblem, WordKey>;
