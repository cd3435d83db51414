import type { Words } from '#platform/i18n/words.ts';
import { reportSubjects } from './report-listing.form.ts';

/** What a report is about, in words. */
export const subjectsText = ({ t, format }: Words, about: readonly string[]): string =>
  format.list(
    reportSubjects
      .filter((subject) => about.includes(subject))
      .map((subject) => t(`directory:provider.report.about.${subject}`)),
  );
