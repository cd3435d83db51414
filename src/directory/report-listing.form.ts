import { z } from 'zod';
import { oneLine, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

export const reportSubjects = [
  'closed',
  'contact',
  'hours',
  'costs',
  'places',
  'inclusion',
  'other',
] as const;
export type ReportSubject = (typeof reportSubjects)[number];

const key = (text: WordKey): WordKey => text;

const noAddress = { error: key('directory:provider.report.email.wrong') };

/** What is wrong on a page, in the reporter's words, and how to ask them if they said so. */
export const reportForm = z
  .object({
    about: someOf(reportSubjects).refine((chosen) => chosen.length > 0, {
      error: key('directory:provider.report.about.missing'),
    }),
    text: oneLine.pipe(
      z.string().max(1000, { error: key('directory:provider.report.text.tooLong') }),
    ),
    email: oneLine.pipe(
      z.union([z.literal(''), z.email(noAddress).max(254, noAddress)], noAddress),
    ),
    /** Drawn when the form was shown: sending it twice is one report. */
    once: oneLine,
    /** A field that people do not see and robots fill in. */
    website: oneLine,
  })
  .refine(({ about, text }) => text !== '' || about.some((subject) => subject !== 'other'), {
    path: ['text'],
    error: key('directory:provider.report.text.missing'),
  });
export type Report = z.output<typeof reportForm>;
