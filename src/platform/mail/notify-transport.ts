import type { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { NotifyAccount } from '../settings/notify-settings.ts';
import { textBody } from './mail-body.ts';
import { textWords, type Mail, type Text } from './mail.ts';
import { SendFailure } from './send-failure.ts';
import type { Carrier } from './transports.ts';

type Send = (client: NotifyClient) => Promise<unknown>;

/**
 * Sends by GOV.UK Notify. Its two templates hold nothing but our words: `((subject))` and `((body))`.
 * A message's id is its reference there, by which receipts name it. `patience`: milliseconds for
 * one request; the client itself would wait for ever.
 */
export function notifyCarriers(
  account: NotifyAccount,
  patience = 10_000,
): {
  readonly email: Carrier<Mail> | undefined;
  readonly text: Carrier<Text>;
} {
  const { emailTemplate, textTemplate } = account;
  const deliver = deliverer(account, patience);
  return {
    email:
      emailTemplate === undefined
        ? undefined
        : (id, mail, maybeSent) => {
            const personalisation = { subject: mail.subject, body: textBody(mail) };
            return deliver(id, maybeSent, (client) =>
              client.sendEmail(emailTemplate, mail.to, { personalisation, reference: id }),
            );
          },
    text: (id, text, maybeSent) => {
      const personalisation = { body: textWords(text) };
      return deliver(id, maybeSent, (client) =>
        client.sendSms(textTemplate, text.to, { personalisation, reference: id }),
      );
    },
  };
}

/** Opens the client when the first message goes, so that a site without one starts without it. */
function deliverer(account: NotifyAccount, patience: number) {
  let opening: Promise<NotifyClient> | undefined;
  return async (id: string, maybeSent: boolean, send: Send): Promise<void> => {
    opening ??= openClient(account, patience);
    const client = await opening;
    try {
      if (maybeSent && (await knows(client, id))) return;
      await send(client);
    } catch (error) {
      throw failureOf(error);
    }
  };
}

async function openClient({ url, apiKey }: NotifyAccount, patience: number): Promise<NotifyClient> {
  const [{ NotifyClient: Client }, { default: axios }] = await Promise.all([
    import('notifications-node-client'),
    import('axios'),
  ]);
  const client = new Client(url, apiKey);
  client.setClient(axios.create({ timeout: patience, maxRedirects: 0 }));
  return client;
}

const known = z.object({ data: z.object({ notifications: z.array(z.unknown()) }) });

/** Whether Notify took a message of this reference before, whatever has become of it since. */
async function knows(client: NotifyClient, reference: string): Promise<boolean> {
  const answer = await client.getNotifications(undefined, undefined, reference);
  return known.parse(answer).data.notifications.length > 0;
}

const refusal = z.object({ response: z.object({ status: z.number() }) });

/** What Notify answered, by its status alone. A message it finds wrong would be wrong again. */
function failureOf(error: unknown): SendFailure {
  const answered = refusal.safeParse(error);
  if (!answered.success) return new SendFailure('unreachable');
  const { status } = answered.data.response;
  if (status === 400) return new SendFailure('refused', true);
  if (status === 401 || status === 403) return new SendFailure('account');
  if (status === 429) return new SendFailure('busy');
  return new SendFailure(status >= 500 ? 'unreachable' : 'unknown');
}
