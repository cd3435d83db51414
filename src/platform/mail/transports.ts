import { createTransport, type SendMailOptions } from 'nodemailer';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings/settings.ts';
import { htmlBody, textBody } from './mail-body.ts';
import type { Mail, Transport } from './mail.ts';

/** Sends by SMTP when `SMTP_URL` is set; otherwise writes each message as an `.eml` file. */
export const openTransport = (settings: Settings): Transport =>
  settings.smtpUrl === undefined
    ? emlTransport(settings)
    : smtpTransport(settings, settings.smtpUrl);

function emlTransport(settings: Settings): Transport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (id, mail) => {
      const { message } = await writer.sendMail(messageOf(settings, id, mail));
      await mkdir(settings.outboxDir, { recursive: true });
      const file = join(settings.outboxDir, `${id}.eml`);
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
  };
}

function smtpTransport(settings: Settings, smtpUrl: string): Transport {
  const { hostname } = new URL(smtpUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  // Off this machine, mail travels encrypted or not at all.
  const sender = createTransport({
    url: smtpUrl,
    requireTLS: !local,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    send: async (id, mail) => {
      await sender.sendMail(messageOf(settings, id, mail));
    },
  };
}

const messageOf = (settings: Settings, id: string, mail: Mail): SendMailOptions => ({
  from: { name: settings.council.name, address: settings.mailFrom },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: textBody(mail),
  html: htmlBody(mail),
  messageId: `<${id}@${new URL(settings.publicUrl).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language.code },
});
