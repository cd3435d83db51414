import type { Language } from '../i18n/languages.ts';

/** A letter by e-mail to one person. Nothing in it says anything about a child. */
export type Mail = {
  readonly channel?: 'email';
  readonly to: string;
  readonly subject: string;
  /** Plain paragraphs, in reading order. */
  readonly paragraphs: readonly string[];
  readonly link: { readonly text: string; readonly url: string } | null;
  /** What follows the link: how to reach a person. */
  readonly closing: readonly string[];
  readonly language: Language;
};

/**
 * A text to one phone, which others in the home may read. A reference or a link has a line to
 * itself, so that it stays whole beside writing from right to left.
 */
export type Text = {
  readonly channel: 'text';
  /** A phone number as the family typed it. */
  readonly to: string;
  readonly lines: readonly string[];
  readonly language: Language;
};

export type Message = Mail | Text;

export const textWords = (text: Text): string => text.lines.join('\n');

/**
 * Where messages go. `id` is the same at every attempt to send the same message. `maybeSent`: an
 * earlier attempt may have got through, so a carrier that can be asked is asked first. Rejects with
 * a `SendFailure`.
 */
export type Transport = {
  /** Whether the carrier of such a message tells later what became of it; never when there is no such. */
  readonly tells?: (message: Message) => boolean;
  readonly send: (id: string, message: Message, maybeSent?: boolean) => Promise<void>;
};
