import { createTransport } from 'nodemailer';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings/settings.ts';
import { emailOf } from './email-of.ts';
import { textWords, type Mail, type Text } from './mail.ts';
import type { Carrier } from './transports.ts';

/** Writes each e-mail as an `.eml` file, as a mail server would have sent it. */
export function emailFiles(settings: Settings): Carrier<Mail> {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (id, mail) => {
    const { message } = await writer.sendMail(emailOf(settings, id, mail));
    await writeWhole(settings.outboxDir, `${id}.eml`, message);
  };
}

/** Writes each text as a `.txt` file: the number, an empty line, and the words. */
export const textFiles =
  (settings: Settings): Carrier<Text> =>
  (id, text) => {
    const number = text.to.replace(/\s+/g, ' ');
    return writeWhole(settings.outboxDir, `${id}.txt`, `To: ${number}\n\n${textWords(text)}\n`);
  };

/** A file is there whole or not at all, and only for us. */
async function writeWhole(
  folder: string,
  name: string,
  content: string | NodeJS.ReadableStream | Buffer,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(`${file}.part`, content, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
