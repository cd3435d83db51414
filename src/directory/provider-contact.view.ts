import type { Words } from '#platform/i18n/words.ts';
import type { Contact, Provider } from './provider.ts';
import { fact, shortAddress, webLink, type Fact } from './provider-facts.view.ts';
import { sourceText } from './provider-source.view.ts';

/** How to reach the place, and who runs it when that is not registered childcare. */
export function contactView(words: Words, provider: Provider) {
  const { t } = words;
  const { contacts, organisation, registration } = provider;
  const runBy = registration === null ? organisation : null;
  return {
    title: t('directory:provider.contact.title'),
    facts: [
      ...contacts.flatMap((contact) => contactFact(words, contact)),
      ...fact(t('directory:provider.contact.runBy'), runBy?.name ?? null, {
        foreign: true,
        href: webLink(runBy?.website ?? ''),
      }),
    ],
    none: contacts.length === 0 ? t('directory:provider.contact.none') : null,
    source: contacts.length === 0 ? null : sourceText(words, provider, 'contact'),
  };
}

function contactFact({ t }: Words, { kind, value, label }: Contact): readonly Fact[] {
  const name = t(`directory:provider.contact.${kind}`);
  return fact(
    label === null ? name : t('directory:provider.contact.labelled', { kind: name, label }),
    kind === 'website' || kind === 'social' ? shortAddress(value) : value,
    { foreign: true, href: linkOf(kind, value) },
  );
}

/** What a contact leads to: a call, a message, or a page of the web's own schemes. */
function linkOf(kind: Contact['kind'], value: string): string | null {
  switch (kind) {
    case 'phone':
      return dialled(value);
    case 'email':
      return /^[^\s@?&]+@[^\s@?&]+$/.test(value) ? `mailto:${value}` : null;
    case 'website':
    case 'social':
      return webLink(value);
    case 'fax':
      return null;
  }
}

/** One clean number only: some are written as two with an "or" between. */
function dialled(phone: string): string | null {
  const digits = phone.replace(/[^+\d]/g, '');
  return /^[+\d][\d\s().-]{6,}$/.test(phone.trim()) && digits.length <= 13 ? `tel:${digits}` : null;
}
