import { z } from 'zod';
import { oneOf, someOf, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { askedKindWords, sharingWords } from '../../family-words.ts';
import { askedKinds, sharings } from '../../family.ts';
import type { Control } from '../controls.ts';
import { checkboxes, radios, tick } from '../draw.ts';
import { ticked } from '../fields.ts';
import { privacyNote } from '../privacy-note.ts';
import { question } from '../question.ts';

const asked = ({ t }: Words, typed: Typed): readonly Control[] => [
  radios(
    'share',
    { label: t('brokerage:sharing.share.label') },
    sharings.map((value) => ({
      value,
      text: t(sharingWords[value]),
      ...(value === 'all' && { hint: { text: t('brokerage:sharing.share.allHint') } }),
    })),
    typed,
  ),
  checkboxes(
    'kinds',
    { label: t('brokerage:sharing.kinds.label'), hint: t('brokerage:sharing.kinds.hint') },
    askedKinds.map((value) => ({ value, text: t(askedKindWords[value]) })),
    typed,
  ),
  tick('team', t('brokerage:sharing.team.label'), t('brokerage:sharing.team.yes'), typed),
];

/** What providers may be told, which of them, and whether the inclusion team may know. */
export const sharing = question({
  form: () =>
    z.object({
      share: oneOf(sharings, 'brokerage:sharing.share.missing'),
      kinds: someOf(askedKinds),
      team: ticked,
    }),
  title: ({ t }) => t('brokerage:sharing.title'),
  draw: (words, typed) => [
    { control: 'text-block', text: words.t('brokerage:sharing.hint') },
    privacyNote(words, 'sharing'),
    ...asked(words, typed),
  ],
  rows: ({ t }, { share, kinds, team }) => [
    { label: 'brokerage:check.row.share', text: t(sharingWords[share]) },
    {
      label: 'brokerage:check.row.shareKinds',
      text:
        kinds.length === 0
          ? t('brokerage:sharing.kinds.any')
          : kinds.map((kind) => t(askedKindWords[kind])).join('\n'),
    },
    {
      label: 'brokerage:check.row.team',
      text: t(team ? 'brokerage:sharing.team.yes' : 'brokerage:sharing.team.no'),
    },
  ],
});
