import type { SendMailOptions } from 'nodemailer';
import type { Settings } from '../settings/settings.ts';
import { htmlBody, textBody } from './mail-body.ts';
import type { Mail } from './mail.ts';

/** The whole e-mail, headers and bodies; its id is the same at every attempt. */
export const emailOf = (settings: Settings, id: string, mail: Mail): SendMailOptions => ({
  from: { name: settings.council.name, address: settings.mailFrom },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: textBody(mail),
  html: htmlBody(mail),
  messageId: `<${id}@${new URL(settings.publicUrl).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language.code },
});
