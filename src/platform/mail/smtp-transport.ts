import { createTransport } from 'nodemailer';
import type { Settings } from '../settings/settings.ts';
import { emailOf } from './email-of.ts';
import type { Mail } from './mail.ts';
import { SendFailure } from './send-failure.ts';
import type { Carrier } from './transports.ts';

/** Sends by the council's own mail server. Off this machine, mail travels encrypted or not at all. */
export function smtpCarrier(settings: Settings, smtpUrl: string): Carrier<Mail> {
  const { hostname } = new URL(smtpUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const sender = createTransport({
    url: smtpUrl,
    requireTLS: !local,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return async (id, mail) => {
    try {
      await sender.sendMail(emailOf(settings, id, mail));
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** No such mailbox, in the words of RFC 5321: not here, elsewhere, or not a name at all. */
const noSuchMailbox: readonly number[] = [550, 551, 553];

/** The reply of a mail server in our words. Only a mailbox refused for good is final. */
function failureOf(error: unknown): SendFailure {
  const reply = numberOf(error, 'responseCode');
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EAUTH') return new SendFailure('account');
  if (code === 'EENVELOPE' && noSuchMailbox.includes(reply))
    return new SendFailure('refused', true);
  if (reply >= 500) return new SendFailure('refused');
  if (reply >= 400) return new SendFailure('busy');
  return new SendFailure(code === undefined ? 'unknown' : 'unreachable');
}

function numberOf(error: unknown, field: string): number {
  const value: unknown =
    error instanceof Error ? Object.getOwnPropertyDescriptor(error, field)?.value : undefined;
  return typeof value === 'number' ? value : 0;
}
