import type { Ctx } from '#platform/context.ts';
import type { Undelivered } from './list-undelivered.ts';
import { staffWith } from './staff-rights.ts';
import { kindWord, whyWord } from './undelivered-words.ts';

type Listed = { readonly rows: readonly Undelivered[]; readonly total: number };
type Href = (path: string) => string;
/** What the button just did: the message goes again, or nothing was left to send. */
export type Done = 'again' | 'moot' | null;

/** The page of messages that did not arrive; who may only read has no buttons. */
export function undeliveredView(
  { words, actor }: Ctx,
  href: Href,
  { rows, total }: Listed,
  done: Done,
) {
  const { t } = words;
  return {
    done: done === null ? null : t(`casework:undelivered.done.${done}`),
    text: total === 0 ? t('casework:undelivered.empty') : t('casework:undelivered.intro'),
    first:
      total > rows.length
        ? t('casework:undelivered.first', { total: words.format.number(rows.length) })
        : null,
    canSend: staffWith('work', actor).ok,
    rows: rows.map(({ message, reference }) => {
      const key = kindWord(message);
      const kind = key === null ? message.kind : t(key);
      return {
        id: message.id,
        kind,
        reference: reference ?? t('casework:undelivered.noCase'),
        href: reference === null ? null : href(`/staff/case/${reference}`),
        since: words.format.moment(new Date(message.createdAt)),
        why: t(whyWord(message)),
        button:
          reference === null ? kind : t('casework:undelivered.againHidden', { kind, reference }),
      };
    }),
  };
}
