import type { App } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Mail, Message, Text } from '#platform/mail/mail.ts';
import { linkUrl, mailClosing } from '#platform/mail/mail-frame.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { findCase, type OpenCase } from './case-store.ts';

type Letter = 'requestReceived' | 'trackingLink' | 'optionsReady' | 'newMessage' | 'requestClosed';
type Told = { readonly letter: Letter; readonly url: string };

const whileOpen = ({ status }: OpenCase) => status !== 'closed';
const onceClosed = ({ status }: OpenCase) => status === 'closed';
const always = () => true;

/**
 * The family's messages, by the way it chose and in the language the request was sent in. They say
 * that there is news and where; nothing about the child. There is none when the family asked to be
 * phoned, when its request has been erased, or when what the message tells is no longer so.
 */
const familyMessage =
  (letter: Letter, isStillSo: (subject: OpenCase) => boolean): Composer<Message> =>
  (app, { subjectId, linkId }) => {
    const subject = findCase(app.db, app, { id: subjectId });
    if (subject === undefined || linkId === null || !isStillSo(subject)) return null;
    const words = app.catalogue.speak(subject.family.language);
    const told = { letter, url: linkUrl(app, words, '/t', linkId) };
    switch (subject.family.contact.channel) {
      case 'email':
        return mailTo(app, words, subject, told);
      case 'text':
        return textTo(words, subject, told);
      case 'phone':
        return null;
    }
  };

function mailTo(
  app: App,
  words: Words,
  { family, reference, contactDue }: OpenCase,
  { letter, url }: Told,
): Mail {
  const { t, format, language } = words;
  const values = { reference, day: contactDue === null ? '' : format.weekdayAndDay(contactDue) };
  return {
    to: family.contact.email,
    subject: t(`mail:${letter}.subject`, values),
    paragraphs: [t(`mail:${letter}.text`, values), t('mail:linkOnce')],
    link: { text: t(`mail:${letter}.link`), url },
    closing: mailClosing(app, words),
    language,
  };
}

const textTo = (
  { t, language }: Words,
  { family, reference }: OpenCase,
  { letter, url }: Told,
): Text => ({
  channel: 'text',
  to: family.contact.phone,
  lines: [reference, t(`mail:${letter}.short`), url],
  language,
});

export const familyComposers = {
  'request-received': familyMessage('requestReceived', whileOpen),
  'tracking-link': familyMessage('trackingLink', always),
  'options-ready': familyMessage('optionsReady', whileOpen),
  'new-message': familyMessage('newMessage', always),
  'request-closed': familyMessage('requestClosed', onceClosed),
} as const;
