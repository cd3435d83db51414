import type { Words } from '#platform/i18n/words.ts';
import { kindWords, inclusionWord } from './directory-words.ts';
import type { FoundProvider } from './find-providers.ts';
import type { InclusionKey } from './inclusion-vocabulary.ts';
import { effectiveAnswer } from './inclusion.ts';
import {
  agesText,
  distanceText,
  inspectionText,
  placeName,
  priceText,
  vacancyText,
  whereText,
} from './place-words.ts';

export type PlaceCard = ReturnType<typeof placeCard>;

/**
 * What a result says at a glance. `asked` are the inclusion attributes that were searched for: the
 * card answers those first. `today` is London's day.
 */
export function placeCard(
  words: Words,
  { provider, miles }: FoundProvider,
  options: {
    readonly near: boolean;
    readonly asked: readonly InclusionKey[];
    readonly today: string;
  },
) {
  const { t } = words;
  const fact = (text: string | null, unsaid: string) => ({
    text: text ?? unsaid,
    unsaid: text === null,
  });
  return {
    path: `/provider/${provider.id}`,
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    kind: t(kindWords[provider.kind]),
    where: whereText(words, provider),
    distance: options.near ? distanceText(words, provider, miles) : null,
    facts: [
      fact(agesText(words, provider), t('directory:place.agesNotSaid')),
      fact(vacancyText(words, provider), t('directory:place.vacanciesNotSaid')),
      fact(priceText(words, provider), t('directory:place.priceNotSaid')),
      fact(inspectionText(words, provider), t('directory:provider.inspectionNone')),
    ],
    ...askedAnswers(words, provider, options),
  };
}

function askedAnswers(
  { t, format }: Words,
  provider: FoundProvider['provider'],
  { asked, today }: { readonly asked: readonly InclusionKey[]; readonly today: string },
) {
  const answers = asked.map((key) => ({
    key,
    answer: effectiveAnswer(provider.inclusion.get(key), today),
  }));
  const labels = (wanted: string) =>
    answers.filter(({ answer }) => answer === wanted).map(({ key }) => t(inclusionWord(key)));
  const offers = [
    ...labels('yes'),
    ...labels('with-notice').map((label) => t('directory:place.notice', { label })),
  ];
  const unsaid = labels('not-said');
  return {
    offers: offers.length > 0 ? t('directory:place.offers', { list: format.list(offers) }) : null,
    unsaid: unsaid.length > 0 ? t('directory:place.askAbout', { list: format.list(unsaid) }) : null,
  };
}
