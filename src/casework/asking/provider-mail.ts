import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import type { App } from '#platform/context.ts';
import type { Mail } from '#platform/mail/mail.ts';
import { mailClosing, mailLink } from '#platform/mail/mail-frame.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { caseOfEnquiry, listEnquiries, type Enquiry } from './enquiry-store.ts';

type Letter = 'providerEnquiry' | 'providerReminder' | 'providerLink' | 'providerChosen';

/** Providers' messages, in English: what the family needs is behind the link, never in the mail. */
const providerMail =
  (letter: Letter): Composer =>
  (app, message) => {
    const caseId = caseOfEnquiry(app.db, message.subjectId);
    const subject = caseId === undefined ? undefined : findCase(app.db, app, { id: caseId });
    const enquiry =
      subject && listEnquiries(app.db, subject).find(({ id }) => id === message.subjectId);
    if (!subject || !enquiry || isMoot(letter, subject, enquiry)) return null;
    return compose(app, letter, subject.reference, enquiry, message.linkId);
  };

/** Nobody is asked for a place that is no longer looked for, or again once they have answered. */
function isMoot(letter: Letter, { status }: OpenCase, { answer }: Enquiry): boolean {
  const asks = letter === 'providerEnquiry' || letter === 'providerReminder';
  return (asks && status === 'closed') || (letter === 'providerReminder' && answer !== null);
}

function compose(
  app: App,
  letter: Letter,
  reference: string,
  enquiry: Enquiry,
  linkId: string | null,
): Mail {
  const words = app.catalogue.speak('en');
  const { t, format } = words;
  const due =
    letter === 'providerEnquiry'
      ? [t('mail:providerEnquiry.due', { day: format.weekdayAndDay(enquiry.answerDue) })]
      : [];
  return {
    to: enquiry.question.email,
    subject: t(`mail:${letter}.subject`, { reference }),
    paragraphs: [t(`mail:${letter}.text`), ...due],
    link:
      linkId === null
        ? null
        : mailLink(app, words, t('mail:providerEnquiry.link'), '/answer', linkId),
    closing: mailClosing(app, words),
    language: words.language,
  };
}

export const providerComposers = {
  'provider-enquiry': providerMail('providerEnquiry'),
  'provider-reminder': providerMail('providerReminder'),
  'provider-link': providerMail('providerLink'),
  'provider-chosen': providerMail('providerChosen'),
} as const;
