import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { linkUrl, mailClosing, mailLink } from '#platform/mail/mail-frame.ts';
import type { Message } from '#platform/mail/mail.ts';
import type { Composer } from '#platform/outbox/drain-outbox.ts';
import { fundedHourSchemes } from '../schemes.ts';
import { findContact, findReminder, type OpenContact } from './reminder-store.ts';
import type { ReminderDay } from './reminder.ts';

const path = '/reminders';

/** The link by which somebody says that they want to be reminded; none once they did, or it is gone. */
const composeConfirm: Composer<Message> = (app, { subjectId }) => {
  const contact = findContact(app.db, app, subjectId);
  if (contact === undefined || contact.isConfirmed) return null;
  const words = app.catalogue.speak(contact.language);
  const { t } = words;
  return message(app, words, contact, {
    subject: t('mail:reminderConfirm.subject'),
    paragraphs: [t('mail:reminderConfirm.text')],
    short: [t('mail:reminderConfirm.short')],
    link: t('mail:reminderConfirm.link'),
  });
};

/** The reminder of one day: the kind of help and the day, nothing else. None when the day is past. */
const composeReminder: Composer<Message> = (app, { subjectId }) => {
  const found = findReminder(app.db, subjectId);
  if (found === undefined) return null;
  const contact = findContact(app.db, app, found.contactId);
  if (!contact?.isConfirmed || found.day < londonDay(app.clock.now())) return null;
  const words = app.catalogue.speak(contact.language);
  const { t, format } = words;
  const values = { day: format.day(found.day), text: dayText(words, found) };
  const deleted = t('mail:reminder.deleted');
  return message(app, words, contact, {
    subject: t('mail:reminder.subject', values),
    paragraphs: [t('mail:reminder.text', values), deleted],
    short: [t('mail:reminder.text', values), deleted],
    link: t('mail:reminder.link'),
  });
};

/**
 * "Last day to ask: free hours", in one language. A message is read on shared phones, and the
 * name of a scheme can tell of a benefit or a disability: it says only what kind of help it is.
 */
const dayText = (words: Words, { scheme, kind }: ReminderDay): string =>
  words.t(`entitlements:moment.${kind}`, {
    name: words.t(
      fundedHourSchemes.some((hours) => hours === scheme)
        ? 'mail:reminder.hours'
        : 'mail:reminder.costs',
    ),
  });

type Said = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The same as a text. */
  readonly short: readonly string[];
  readonly link: string;
};

function message(
  app: App,
  words: Words,
  { way, to, linkId }: OpenContact,
  { subject, paragraphs, short, link }: Said,
): Message {
  const { language } = words;
  if (way === 'text') {
    return { channel: 'text', to, lines: [...short, linkUrl(app, words, path, linkId)], language };
  }
  return {
    ...{ to, subject, paragraphs, language },
    link: mailLink(app, words, link, path, linkId),
    closing: mailClosing(app, words),
  };
}

/** Which messages this room writes. */
export const reminderComposers = {
  'reminder-confirm': composeConfirm,
  reminder: composeReminder,
} as const;
