import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { placeName } from './place-words.ts';
import { getProvider } from './provider-store.ts';
import { findReport } from './report-listing-store.ts';
import { subjectsText } from './report-subjects.view.ts';

/**
 * Tells the council that a page is reported wrong and where staff can read why. What was written and
 * by whom stays sealed. Null when the report is gone.
 */
export const composeListingReport: Composer = (app, message) => {
  const report = findReport(app.db, app, message.subjectId);
  if (report === undefined) return null;
  const words = app.catalogue.speak('en');
  const provider = getProvider(app.db, report.providerId);
  const name = provider === null ? report.providerId : placeName(words, provider);
  const { publicUrl, feedbackEmail } = app.settings;
  return {
    to: feedbackEmail,
    subject: words.t('directory:provider.report.mail.subject', { name }),
    paragraphs: [
      words.t('directory:provider.report.mail.text', { name }),
      words.t('directory:provider.report.mail.about', { list: subjectsText(words, report.about) }),
      `${publicUrl}/provider/${report.providerId}`,
    ],
    link: {
      text: words.t('directory:provider.report.mail.link'),
      url: `${publicUrl}/staff/report/${report.id}`,
    },
    closing: [words.t('mail:closing.sender', { council: app.settings.council.name })],
    language: words.language,
  };
};
