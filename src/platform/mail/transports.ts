import type { Settings } from '../settings/settings.ts';
import { emailFiles, textFiles } from './file-transports.ts';
import type { Mail, Text, Transport } from './mail.ts';
import { notifyCarriers } from './notify-transport.ts';
import { smtpCarrier } from './smtp-transport.ts';

/** Takes one kind of message away. */
export type Carrier<M> = (id: string, message: M, maybeSent: boolean) => Promise<void>;

/**
 * Texts and e-mails go by GOV.UK Notify where it has a template for them; e-mails otherwise by SMTP
 * when `SMTP_URL` is set. What has no carrier is written as a file.
 */
export function openTransport(settings: Settings): Transport {
  const notify = settings.notify && notifyCarriers(settings.notify);
  const email: Carrier<Mail> =
    notify?.email ??
    (settings.smtpUrl === undefined
      ? emailFiles(settings)
      : smtpCarrier(settings, settings.smtpUrl));
  const tells = settings.notifyCallbackToken !== undefined;
  const text: Carrier<Text> = notify?.text ?? textFiles(settings);
  return {
    tells: ({ channel }) =>
      tells && (channel === 'text' ? notify?.text : notify?.email) !== undefined,
    send: (id, message, maybeSent = false) =>
      message.channel === 'text' ? text(id, message, maybeSent) : email(id, message, maybeSent),
  };
}
