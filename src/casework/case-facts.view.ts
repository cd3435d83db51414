import { searchInWords } from '#directory/chosen-filters.view.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { spokenName } from '#brokerage/check-answers.view.ts';
import { monthsOld, type Family } from '#brokerage/family.ts';
import { timesText } from '#brokerage/family-words.ts';
import { questionAge } from './question-words.ts';

const shareWords = {
  all: 'casework:case.share.all',
  'times-only': 'casework:case.share.timesOnly',
  'ask-first': 'casework:case.share.askFirst',
} as const;

/** What the family told us, for the broker: who they are, and what the child needs. */
export function familyFacts({ words, clock }: Ctx, family: Family) {
  const { t, format } = words;
  const { about, contact, child, needs, times, place, tried, sharing, cameFrom } = family;
  const row = (name: RowName, text: string) => ({ key: t(`casework:case.row.${name}`), text });
  const filled = (rows: readonly { key: string; text: string }[]) =>
    rows.filter(({ text }) => text !== '');
  const months = monthsOld(child.born, londonDay(clock.now()));
  return {
    family: filled([
      row('name', about.name === '' ? t('casework:noName') : about.name),
      row('relation', t(`casework:relation.${about.relation}`)),
      row('channel', t(`brokerage:contact.channel.${contact.channel}`)),
      row('email', contact.email),
      row('phone', contact.phone),
      row(
        'voicemail',
        t(`casework:case.row.${contact.voicemail ? 'voicemailYes' : 'voicemailNo'}`),
      ),
      row('speaks', spokenName(words, contact.speaks)),
      row('reads', spokenName(words, family.language)),
      row(
        'interpreter',
        t(`casework:case.row.${contact.interpreter ? 'interpreterYes' : 'interpreterNo'}`),
      ),
      row('share', t(shareWords[sharing.share])),
    ]),
    child: filled([
      row('age', `${questionAge(words, months)} (${format.month(child.born)})`),
      row('needs', needs.groups.map((group) => t(inclusionGroupWord(group))).join('\n')),
      row('needsText', needs.text),
      row('times', timesText(words, times)),
      row('start', times.start === '' ? t('brokerage:check.asap') : format.month(times.start)),
      row(
        'where',
        t('casework:case.row.whereText', { postcode: place.postcode, miles: place.miles }),
      ),
      row('tried', tried.text),
      row('search', searchInWords(words, cameFrom.search)),
    ]),
  };
}
type RowName =
  | 'name'
  | 'relation'
  | 'channel'
  | 'email'
  | 'phone'
  | 'voicemail'
  | 'speaks'
  | 'reads'
  | 'interpreter'
  | 'share'
  | 'age'
  | 'needs'
  | 'needsText'
  | 'times'
  | 'start'
  | 'where'
  | 'tried'
  | 'search';
