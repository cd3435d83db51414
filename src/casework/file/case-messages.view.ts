import type { OpenCase } from '#brokerage/case-store.ts';
import type { Message } from '#brokerage/message.ts';
import type { Ctx } from '#platform/context.ts';

/** What staff and the family have written to each other, oldest first, and how to write. */
export function caseMessages({ words }: Ctx, subject: OpenCase, messages: readonly Message[]) {
  const { t, format } = words;
  const isOpen = subject.status !== 'closed';
  return {
    canWrite: isOpen,
    canSettle: isOpen && subject.nextAction === 'read-message',
    language: t('casework:message.language', {
      language: format.language(subject.family.language),
    }),
    rows: messages.map(({ id, at, from, text, readAt }) => ({
      id,
      text,
      isOwn: from === 'staff',
      who: t(from === 'staff' ? 'casework:message.fromStaff' : 'casework:message.fromFamily'),
      when: format.moment(new Date(at)),
      isNew: from === 'family' && readAt === null,
      state:
        from === 'staff'
          ? readAt === null
            ? t('casework:message.notRead')
            : t('casework:message.readAt', { moment: format.moment(new Date(readAt)) })
          : null,
    })),
  };
}
