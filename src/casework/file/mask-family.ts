import type { Child, Family } from '#brokerage/family.ts';

/**
 * What a family told, without who it is, the children's needs and health, and the family's own
 * words. `hidden` stands where something was told; what was left empty stays empty.
 */
export function maskedFamily(family: Family, hidden: string): Family {
  const masked = (text: string) => (text === '' ? '' : hidden);
  const { agreement, contact, reach, times, place } = family;
  return {
    ...family,
    question: masked(family.question),
    about: { relation: 'parent' },
    agreement: agreement && {
      ...agreement,
      givenBy: masked(agreement.givenBy),
      role: masked(agreement.role),
      organisation: masked(agreement.organisation),
    },
    contact: {
      ...contact,
      name: masked(contact.name),
      email: masked(contact.email),
      phone: masked(contact.phone),
    },
    reach: { ...reach, help: [], note: masked(reach.note) },
    children: family.children.map((child) => maskedChild(child, hidden)),
    times: { ...times, note: masked(times.note) },
    place: { ...place, school: masked(place.school) },
    tried: family.tried.map((one) => ({
      ...one,
      place: masked(one.place),
      reason: 'other' as const,
      words: masked(one.words),
    })),
    helpers: family.helpers.map((helper) => ({
      ...helper,
      role: 'other' as const,
      name: masked(helper.name),
      contact: masked(helper.contact),
    })),
    typed: {},
  };
}

/** Whether a child has needs is hidden too, so every child looks the same. */
const maskedChild = ({ name, born }: Child, hidden: string): Child => ({
  born,
  name: name === '' ? '' : hidden,
  groups: [],
  plan: 'not-sure',
  text: hidden,
  tasks: [],
  care: '',
});
