import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { suspicions, type Suspicion } from '#brokerage/suspicion.ts';
import type { HeldRequest } from './quarantine-store.ts';

const reasonWords = {
  'too-fast': 'casework:quarantine.reason.tooFast',
  trap: 'casework:quarantine.reason.trap',
  repeated: 'casework:quarantine.reason.repeated',
} as const satisfies Record<Suspicion, WordKey>;

type Href = (path: string, query?: Query) => string;

/** Two lists: what a person must look at, and what was put aside and can still be let in. */
export function quarantineView(
  words: Words,
  href: Href,
  lists: { readonly held: readonly HeldRequest[]; readonly spam: readonly HeldRequest[] },
) {
  const { t } = words;
  const row = ({ reference, receivedAt, reason }: HeldRequest) => {
    const known = suspicions.find((one) => one === reason);
    return {
      reference,
      href: href(`/staff/case/${reference}`),
      received: words.format.moment(new Date(receivedAt)),
      reason: known === undefined ? reason : t(reasonWords[known]),
    };
  };
  return [
    {
      title: t('casework:quarantine.heldTitle'),
      empty: t('casework:quarantine.heldEmpty'),
      rows: lists.held.map(row),
      canPutAside: true,
    },
    {
      title: t('casework:quarantine.spamTitle'),
      empty: t('casework:quarantine.spamEmpty'),
      rows: lists.spam.map(row),
      canPutAside: false,
    },
  ];
}
