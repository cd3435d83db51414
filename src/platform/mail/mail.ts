import type { Language } from '../i18n/languages.ts';

/** A message to one person. Nothing in it says anything about a child. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  /** Plain paragraphs, in reading order. */
  readonly paragraphs: readonly string[];
  readonly link: { readonly text: string; readonly url: string } | null;
  /** What follows the link: how to reach a person. */
  readonly closing: readonly string[];
  readonly language: Language;
};

/** Where messages go. `id` is the same at every attempt to send the same message. */
export type Transport = { readonly send: (id: string, mail: Mail) => Promise<void> };
