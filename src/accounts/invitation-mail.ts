import type { App } from '#platform/context.ts';
import type { Mail } from '#platform/mail/mail.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';
import { findInvitation } from './invitation-store.ts';
import { joinUrl } from './invite-staff.ts';
import { findAccountByEmail } from './staff-account-store.ts';

/** The message with a link to join, or to set an account up anew; null when the invitation has been taken up. */
export function composeStaffInvitation(app: App, message: OutboxMessage): Mail | null {
  const invitation = findInvitation(app.db, message.subjectId);
  if (invitation?.acceptedAt !== null || message.linkId === null) return null;
  const { t, language } = app.catalogue.speak('en');
  const council = app.settings.council.name;
  const again = findAccountByEmail(app.db, invitation.email) !== undefined;
  const url = joinUrl(app, message.linkId);
  return {
    to: invitation.email,
    subject: t(again ? 'accounts:mail.resetSubject' : 'accounts:mail.subject', { council }),
    paragraphs: [
      t(again ? 'accounts:mail.resetIntro' : 'accounts:mail.intro', { council }),
      t('accounts:mail.steps'),
    ],
    link: { text: t('accounts:mail.link'), url },
    closing: [t(again ? 'accounts:mail.resetNotYou' : 'accounts:mail.notYou')],
    language,
  };
}
