import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { App } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Mail } from '#platform/mail/mail.ts';
import { mailClosing, mailLink } from '#platform/mail/mail-frame.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';
import { findCase, type OpenCase } from './case-store.ts';

type Letter = { readonly subject: WordKey; readonly text: WordKey; readonly link: WordKey };

/**
 * The family's messages, in the language the request was sent in. They say that there is news and
 * where; nothing about the child. Nobody gets one who asked to be phoned.
 */
const familyMail =
  (letter: Letter): Composer =>
  (app, message) => {
    const subject = findCase(app.db, app, { id: message.subjectId });
    if (subject?.family.contact.channel !== 'email' || message.linkId === null) return null;
    return compose(app, message, message.linkId, subject, letter);
  };

function compose(
  app: App,
  message: OutboxMessage,
  linkId: string,
  { family, reference }: OpenCase,
  letter: Letter,
): Mail {
  const words = app.catalogue.speak(family.language);
  const received = dueDay(
    new Date(message.createdAt),
    app.settings.targets.contact,
    closedDays(app.settings),
  );
  const values = { reference, day: words.format.weekdayAndDay(received) };
  return {
    to: family.contact.email,
    subject: words.t(letter.subject, values),
    paragraphs: [words.t(letter.text, values), words.t('mail:linkOnce')],
    link: mailLink(app, words, words.t(letter.link), '/t', linkId),
    closing: mailClosing(app, words),
    language: words.language,
  };
}

export const familyComposers = {
  'request-received': familyMail({
    subject: 'mail:requestReceived.subject',
    text: 'mail:requestReceived.text',
    link: 'mail:requestReceived.link',
  }),
  'tracking-link': familyMail({
    subject: 'mail:trackingLink.subject',
    text: 'mail:trackingLink.text',
    link: 'mail:trackingLink.link',
  }),
  'options-ready': familyMail({
    subject: 'mail:optionsReady.subject',
    text: 'mail:optionsReady.text',
    link: 'mail:optionsReady.link',
  }),
  'request-closed': familyMail({
    subject: 'mail:requestClosed.subject',
    text: 'mail:requestClosed.text',
    link: 'mail:requestClosed.link',
  }),
} as const;
