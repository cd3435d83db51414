import { mayAskWords, roleWords } from '#brokerage/family-words.ts';
import type { OpenCase } from '#brokerage/case-store.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Contact } from './contact-store.ts';

/** Who is round the child: whom the family named, and whom staff learned of; who leads comes first. */
export function peopleView(words: Words, { family }: OpenCase, contacts: readonly Contact[]) {
  const { t } = words;
  const staffHasLead = contacts.some(({ isLead }) => isLead);
  const told = family.helpers.map(({ role, name, contact, mayAsk }) => ({
    id: null,
    name: name === '' ? t(roleWords[role]) : name,
    isLead: role === 'lead-professional' && !staffHasLead,
    lines: [name === '' ? '' : t(roleWords[role]), contact].filter(Boolean),
    note: null,
    source: t('caseFile:people.fromFamily'),
    mayAsk: t('caseFile:people.mayAsk', { answer: t(mayAskWords[mayAsk]) }),
  }));
  const learned = contacts.map(({ id, role, name, team, reach, note, isLead, by }) => ({
    ...{ id, name, isLead, mayAsk: null },
    lines: [t(roleWords[role]), team, reach].filter(Boolean),
    note: note === '' ? null : note,
    source: t('caseFile:people.fromStaff', { name: by }),
  }));
  return [...told, ...learned].toSorted((one, other) => Number(other.isLead) - Number(one.isLead));
}
