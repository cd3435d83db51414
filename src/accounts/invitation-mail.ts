import type { App } from '#platform/context.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';
import { findInvitation } from './invitation-store.ts';
import { joinUrl } from './invite-staff.ts';

/** The message with a link to join; null when the invitation has been taken up. */
export function composeStaffInvitation(app: App, message: OutboxMessage): Mail | null {
  const invitation = findInvitation(app.db, message.subjectId);
  if (invitation?.acceptedAt !== null || message.linkId === null) return null;
  const { t, language } = app.catalogue.speak('en');
  const council = app.settings.council.name;
  return {
    to: invitation.email,
    subject: t('accounts:mail.subject', { council }),
    paragraphs: [t('accounts:mail.intro', { council }), t('accounts:mail.steps')],
    link: { text: t('accounts:mail.link'), url: joinUrl(app, message.linkId) },
    closing: [t('accounts:mail.notYou')],
    language,
  };
}
