import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { StaffMember } from './list-staff.ts';
import { roleWords } from './role-words.ts';

export const stateWords = {
  invited: 'accounts:people.state.invited',
  joined: 'accounts:people.state.joined',
  active: 'accounts:people.state.active',
  disabled: 'accounts:people.state.disabled',
} as const satisfies Record<StaffMember['state'], WordKey>;

const doneWords: Readonly<Record<string, WordKey>> = {
  invited: 'accounts:people.done.invited',
  resent: 'accounts:people.done.resent',
  withdrawn: 'accounts:people.done.withdrawn',
};

/** The administrators' list of accounts and open invitations. */
export function peopleView(
  { t, format }: Words,
  href: (path: string) => string,
  staff: readonly StaffMember[],
  done: string | null,
) {
  const doneKey = done === null ? undefined : doneWords[done];
  const rowOf = ({ id, name, email, role, state, since }: StaffMember) => ({
    id,
    name: name ?? '',
    email,
    role: t(roleWords[role]),
    state: t(stateWords[state]),
    since: format.moment(new Date(since)),
    href: href(`/staff/people/${id}`),
  });
  return {
    done: doneKey === undefined ? null : t(doneKey),
    inviteHref: href('/staff/people/invite'),
    accounts: staff.filter(({ state }) => state !== 'invited').map(rowOf),
    invitations: staff.filter(({ state }) => state === 'invited').map(rowOf),
  };
}
