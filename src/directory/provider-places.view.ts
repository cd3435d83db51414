import type { Words } from '#platform/i18n/words.ts';
import { agesText } from './place-words.ts';
import { fact } from './provider-facts.view.ts';
import type { Provider, Vacancy } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { countingVacancies } from './vacancies.ts';

/** The ages taken and the places free, by age band and day; null when nothing was said. */
export function placesView(words: Words, provider: Provider, today: string) {
  const { t } = words;
  const { vacancies, waitingList } = provider;
  const facts = [
    ...fact(t('directory:provider.places.ages'), agesText(words, provider)),
    ...fact(
      t('directory:provider.places.waitingList'),
      waitingList === null ? null : t(`directory:provider.places.waiting.${waitingList}`),
    ),
  ];
  if (facts.length === 0 && vacancies.length === 0) return null;
  const isOnlyAges = vacancies.length === 0 && waitingList === null;
  return {
    title: t(
      isOnlyAges ? 'directory:provider.places.agesTitle' : 'directory:provider.places.title',
    ),
    /** The ages alone need no list of facts. */
    plain: isOnlyAges ? agesText(words, provider) : null,
    facts: isOnlyAges ? [] : facts,
    bands: bandsOf(words, vacancies),
    said: saidText(words, provider, today),
    source: sourceText(words, provider, vacancies.length > 0 ? 'vacancies' : 'ages'),
  };
}

function bandsOf(words: Words, vacancies: readonly Vacancy[]) {
  const bands = Map.groupBy(vacancies, ({ ages }) => `${ages.from}-${ages.to}`);
  return [...bands.values()].map((band) => ({
    ages: agesText(words, { ages: band[0]?.ages ?? null }),
    rows: band.map((vacancy) => ({
      day:
        vacancy.day === null
          ? words.t('directory:provider.places.anyDay')
          : words.format.weekday(vacancy.day),
      text: vacancyText(words, vacancy),
      isFull: vacancy.places <= 0,
    })),
  }));
}

function vacancyText({ t, format }: Words, { places: count, freeFrom }: Vacancy): string {
  if (count <= 0) return t('directory:provider.places.full');
  return freeFrom === null
    ? t('directory:provider.places.now', { count })
    : t('directory:provider.places.from', { count, day: format.day(freeFrom) });
}

/**
 * The days on which it was said, unless the source's own line says the same; when that is too long
 * ago to count, that too.
 */
function saidText(
  { t, format }: Words,
  { vacancies, fieldSources }: Provider,
  today: string,
): string | null {
  if (vacancies.length === 0) return null;
  const days = [...new Set(vacancies.map(({ asAt }) => asAt))].toSorted();
  const isStale = countingVacancies(vacancies, today) === null;
  const own = fieldSources.find(({ fieldGroup }) => fieldGroup === 'vacancies');
  if (!isStale && days.length === 1 && days[0] === own?.asAt) return null;
  return t(isStale ? 'directory:provider.places.stale' : 'directory:provider.places.said', {
    days: format.list(days.map(format.day)),
  });
}
