import { z } from 'zod';
import type { Contact } from '#directory/provider.ts';
import { telephone } from './telephone.ts';
import { webAddress } from './web-address.ts';

type Kind = Exclude<Contact['kind'], 'fax'>;

export const contactExamples: Readonly<Record<Kind, string>> = {
  phone: 'write it like "0161 496 0100; Bookings: 0161 496 0101"',
  email: 'write it like "hello@place.example"',
  website: 'write it like "https://place.example"',
  social: 'write it like "https://social.example/place"',
};

const emailAddress = z.email();
const values: Readonly<Record<Kind, (text: string) => string | null>> = {
  phone: (text) => (text.replace(/\D/g, '').length >= 9 ? telephone(text) : null),
  email: (text) => emailAddress.safeParse(text).data ?? null,
  website: webAddress,
  social: webAddress,
};

/** Contacts of one kind, each after its label if it has one; null when one cannot be read. */
export function parseContacts(kind: Kind, text: string): readonly Contact[] | null {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map((part): Contact | null => {
    const [, label = null, rest = part] = /^(?!https?:)([^:@]{2,40}):\s+(.+)$/i.exec(part) ?? [];
    const value = values[kind](rest);
    return value === null ? null : { kind, value, label };
  });
  return read.every((contact) => contact !== null) ? read : null;
}
