import type { Words } from '#platform/i18n/words.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import { reportSubjects } from './report-listing.form.ts';

/** The form with what was typed. `once` is drawn anew for each form that is shown empty. */
export function reportFormView({ t }: Words, typed: Typed, once: string) {
  const value = (name: string) => typedValue(typed, name);
  return {
    subjects: reportSubjects.map((subject) => ({
      value: subject,
      text: t(`directory:provider.report.about.${subject}`),
    })),
    about: typed['about'] ?? [],
    text: value('text'),
    email: value('email'),
    once: value('once') || once,
  };
}
