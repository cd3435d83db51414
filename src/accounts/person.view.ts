import { staffRoles } from '#platform/context.ts';
import { showProblems } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { StaffMember } from './list-staff.ts';
import { stateWords } from './people.view.ts';
import { roleWords } from './role-words.ts';

type Asked = {
  readonly isSelf: boolean;
  /** What has just been done, as the query says it. */
  readonly done: string | null;
  /** Why it was not done. */
  readonly refused: WordKey | null;
};
export type PersonView = ReturnType<typeof personView>;

const doneWords: Readonly<Record<string, WordKey>> = {
  role: 'accounts:people.done.role',
  disable: 'accounts:people.done.disable',
  enable: 'accounts:people.done.enable',
  reset: 'accounts:people.done.reset',
};

/** One account, and what an administrator can do with it: nothing with their own. */
export function personView(
  words: Words,
  { name, email, role, state, since }: StaffMember,
  { isSelf, done, refused }: Asked,
) {
  const { t, format } = words;
  const doneKey = done === null ? undefined : doneWords[done];
  return {
    name: name ?? email,
    status: refused === null ? 200 : 409,
    done: doneKey === undefined ? null : t(doneKey),
    errors: showProblems(words, refused === null ? [] : [{ field: 'role', key: refused }]),
    facts: [
      { key: { text: t('accounts:account.email') }, value: { text: email } },
      { key: { text: t('accounts:account.role') }, value: { text: t(roleWords[role]) } },
      { key: { text: t('accounts:people.column.state') }, value: { text: t(stateWords[state]) } },
      {
        key: { text: t('accounts:people.column.since') },
        value: { text: format.moment(new Date(since)) },
      },
    ],
    isSelf,
    role,
    roles: staffRoles.map((value) => ({ value, text: t(roleWords[value]) })),
    isDisabled: state === 'disabled',
  };
}
