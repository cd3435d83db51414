import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { StaffSession } from './find-staff-session.ts';
import type { OwnSession } from './list-own-sessions.ts';
import { roleWords } from './role-words.ts';

const doneWords: Readonly<Record<string, WordKey>> = {
  ended: 'accounts:account.done.ended',
  password: 'accounts:account.done.password',
};

/** A person's own account. */
export function accountView(
  { t, format }: Words,
  { account }: StaffSession,
  sessions: readonly OwnSession[],
  done: string | null,
) {
  const doneKey = done === null ? undefined : doneWords[done];
  return {
    done: doneKey === undefined ? null : t(doneKey),
    facts: [
      { key: { text: t('accounts:account.name') }, value: { text: account.name } },
      { key: { text: t('accounts:account.email') }, value: { text: account.email } },
      { key: { text: t('accounts:account.role') }, value: { text: t(roleWords[account.role]) } },
    ],
    sessions: sessions.map(({ id, startedAt, usedAt, isThis }) => ({
      id,
      begun: format.moment(startedAt),
      used: format.moment(usedAt),
      isThis,
    })),
    hasOthers: sessions.some(({ isThis }) => !isThis),
  };
}
