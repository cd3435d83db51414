import { z } from 'zod';
import { someOf } from '#platform/http/form.ts';
import { reachWords, safeTimeWords, voicemailWords } from '../../family-words.ts';
import { reachHelp, safeTimes, yesNoUnsure } from '../../family.ts';
import { checkboxes, radios, typedText } from '../draw.ts';
import { oneOr, shortWords } from '../fields.ts';
import { question } from '../question.ts';

/** When and how it is safe to talk, and what would help. */
export const reach = question({
  form: () =>
    z.object({
      times: someOf(safeTimes),
      voicemail: oneOr(yesNoUnsure, 'not-sure'),
      help: someOf(reachHelp),
      note: shortWords,
    }),
  title: ({ t }) => t('brokerage:reach.title'),
  draw: ({ t }, typed) => [
    { control: 'text-block', text: t('brokerage:reach.why') },
    checkboxes(
      'times',
      { label: t('brokerage:reach.times.label') },
      safeTimes.map((value) => ({ value, text: t(safeTimeWords[value]) })),
      typed,
    ),
    radios(
      'voicemail',
      { label: t('brokerage:reach.voicemail.label') },
      yesNoUnsure.map((value) => ({ value, text: t(voicemailWords[value]) })),
      typed,
    ),
    checkboxes(
      'help',
      { label: t('brokerage:reach.help.label') },
      reachHelp.map((value) => ({ value, text: t(reachWords[value]) })),
      typed,
    ),
    typedText('note', { label: t('brokerage:reach.note') }, typed),
  ],
  rows: ({ t }, { times, voicemail, help, note }) => [
    {
      label: 'brokerage:check.row.safeTimes',
      text: times.map((one) => t(safeTimeWords[one])).join('\n'),
    },
    { label: 'brokerage:check.row.voicemail', text: t(voicemailWords[voicemail]) },
    {
      label: 'brokerage:check.row.reachHelp',
      text: help.map((one) => t(reachWords[one])).join('\n'),
    },
    { label: 'brokerage:check.row.reachNote', text: note, typed: true },
  ],
});
