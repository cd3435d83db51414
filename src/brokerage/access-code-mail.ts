import { mailClosing } from '#platform/mail/mail-frame.ts';
import { accessCode, codeMinutes } from '#platform/links/access-code.ts';
import type { Message } from '#platform/mail/mail.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { addHours } from '#platform/links/access-link.ts';
import { findCaseContact } from './case-contact-store.ts';

/**
 * The code by which a family without its link is let in, by the way it chose. None goes to a guess,
 * to those we only phone, or once it is over.
 */
export const composeAccessCode: Composer<Message> = (app, { subjectId, linkId, createdAt }) => {
  const over = addHours(new Date(createdAt), codeMinutes / 60);
  const contact = findCaseContact(app.db, app, subjectId);
  if (linkId === null || over <= app.clock.now() || !contact) return null;
  const words = app.catalogue.speak(contact.language);
  const { language } = words;
  const code = accessCode(app.keys, linkId);
  const values = { reference: contact.reference, code, count: codeMinutes };
  if (contact.channel === 'text') {
    const lines = [words.t('mail:accessCode.textMessage', values), code];
    return { channel: 'text', to: contact.phone, lines, language };
  }
  if (contact.channel !== 'email') return null;
  return {
    to: contact.email,
    subject: words.t('mail:accessCode.subject', values),
    paragraphs: [words.t('mail:accessCode.text', values), words.t('mail:accessCode.notYou')],
    link: null,
    closing: mailClosing(app, words),
    language,
  };
};
