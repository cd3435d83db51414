import type { Words } from '#platform/i18n/words.ts';
import { inclusionWord } from './directory-words.ts';
import type { FoundProvider } from './find-providers.ts';
import type { FindQuery } from './find-query.ts';
import { effectiveAnswer } from './inclusion.ts';
import { inspectionLine } from './inspection-words.ts';
import {
  agesText,
  detourText,
  distanceText,
  placeName,
  priceText,
  vacancyText,
  whereText,
} from './place-words.ts';
import type { PlacePoint, Provider } from './provider.ts';
import { weekText } from './price/week-text.ts';
import type { Pricing } from './price/price-for.ts';
import { stepTexts } from './provider-registration.view.ts';
import { fundedSchemes, isChildcare, kindName, schemeName } from './taxonomy.ts';

export type PlaceCard = ReturnType<typeof placeCard>;

/** What a card is written for: what was asked, from where, on which day (London's). */
export type Asked = Pick<FindQuery, 'inclusion' | 'funded' | 'language' | 'school'> & {
  /** Null when nobody asked from where. */
  readonly near: PlacePoint | null;
  /** The child's age when it would start; null when not asked. */
  readonly months: number | null;
  readonly today: string;
  /** Works out the week that was asked for; null when no whole week was. */
  readonly pricing: Pricing | null;
};

/** What a result says at a glance; what was asked for is answered first. */
export function placeCard(words: Words, found: FoundProvider, asked: Asked) {
  const { provider, miles, detourMiles } = found;
  const { near } = asked;
  return {
    ...standingCard(words, provider, asked),
    distance:
      near === null || provider.isVirtual ? null : distanceText(words, provider, miles, near),
    detour: detourMiles === null ? null : detourText(words, provider, detourMiles),
    answers: answersOf(words, provider, asked),
    /** What the week that was asked for costs, as a list of no line or one. */
    week: weekLines(words, provider, asked.pricing),
  };
}

const weekLines = (words: Words, provider: Provider, pricing: Pricing | null): readonly string[] =>
  pricing !== null && isChildcare(provider.kind) ? [weekText(words, provider, pricing)] : [];

type Kept = { readonly key: string; readonly card: ReturnType<typeof makeStandingCard> };
const kept = new WeakMap<Words, WeakMap<Provider, Kept>>();

/** The part of a card that is the same from search to search, kept for as long as its record is. */
function standingCard(words: Words, provider: Provider, { today, months }: Asked) {
  const cards = kept.get(words) ?? new WeakMap<Provider, Kept>();
  kept.set(words, cards);
  const key = `${today} ${months ?? ''}`;
  const known = cards.get(provider);
  if (known?.key === key) return known.card;
  const card = makeStandingCard(words, provider, { today, months });
  cards.set(provider, { key, card });
  return card;
}

type When = Pick<Asked, 'today' | 'months'>;

function makeStandingCard(words: Words, provider: Provider, when: When) {
  const { t, format } = words;
  const { id, kind, isVirtual, confirmedOn, asAt, registration, description } = provider;
  const care = isChildcare(kind);
  return {
    id,
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    kind: kindName(words, kind),
    where: isVirtual ? t('directory:place.online') : placeText(words, provider),
    warning: stepTexts(words, registration)[0] ?? null,
    ...factsOf(words, care ? careFacts(words, provider, when) : serviceFacts(words, provider)),
    description: care ? null : description,
    confirmed:
      confirmedOn === null
        ? t('directory:place.asAt', { day: format.day(asAt) })
        : t('directory:place.confirmed', { day: format.day(confirmedOn) }),
  };
}

/** Its address, after the name of the building that it is part of. */
function placeText(words: Words, provider: Provider): string {
  const { locationName, name } = provider;
  const where = whereText(words, provider);
  return locationName === null || locationName === name ? where : `${locationName}, ${where}`;
}

type FactKey = 'ages' | 'vacancy' | 'price' | 'funded' | 'inspection';
type Said = Partial<Record<FactKey, string | null | undefined>>;
const factKeys: readonly FactKey[] = ['ages', 'vacancy', 'price', 'funded', 'inspection'];

/** Every fact of childcare, said or not: what is not known is something to ask about. */
const careFacts = (words: Words, provider: Provider, { today, months }: When): Said => ({
  ages: agesText(words, provider),
  vacancy: vacancyText(words, provider, today, months),
  price: priceText(words, provider),
  funded: fundedText(words, provider),
  inspection: inspectionLine(words, provider),
});

const serviceFacts = (words: Words, provider: Provider): Said => ({
  ages: agesText(words, provider) ?? undefined,
  price: priceText(words, provider) ?? undefined,
});

/** The facts that are known, and one line for those that are not; null when all are. */
function factsOf({ t, format }: Words, said: Said) {
  const unknown = factKeys.filter((key) => said[key] === null);
  return {
    facts: factKeys.flatMap((key) => {
      const text = said[key] ?? null;
      return text === null ? [] : [{ label: t(`directory:place.fact.${key}`), text }];
    }),
    unknown:
      unknown.length === 0
        ? null
        : t('directory:place.unknown', {
            list: format.list(unknown.map((key) => t(`directory:place.unknownFact.${key}`))),
          }),
  };
}

/** The ages that funded hours are offered for, the youngest first. */
function fundedText({ t, format }: Words, { funded, freeEarlyYears }: Provider): string | null {
  if (funded.length > 0) {
    const offered = fundedSchemes.filter((one) => funded.some(({ scheme }) => scheme === one));
    const ages = offered.map((scheme) => t(`directory:place.scheme.${scheme}`));
    return format.list([...new Set(ages)]);
  }
  if (freeEarlyYears === null) return null;
  return t(freeEarlyYears ? 'directory:place.fundedYes' : 'directory:place.fundedNo');
}

/** How it answers what was asked for: what it has, and what it has not said. */
function answersOf(words: Words, provider: Provider, asked: Asked) {
  const { t, format } = words;
  const { inclusion, funded, languages, schoolRuns } = provider;
  const has = (text: string) => ({ text, met: true });
  const said = asked.inclusion.flatMap((key) => {
    const label = t(inclusionWord(key));
    const answer = effectiveAnswer(inclusion.get(key), asked.today);
    if (answer === 'yes') return [has(label)];
    if (answer === 'with-notice') return [has(t('directory:place.notice', { label }))];
    return answer === 'no' ? [] : [{ text: t('directory:place.askAbout', { label }), met: false }];
  });
  const paid = funded.filter(({ scheme }) => asked.funded.includes(scheme));
  const spoken = languages.filter((code) => asked.language.includes(code));
  const collected = schoolRuns.filter(({ school }) => asked.school.includes(school));
  return [
    ...said,
    ...paid.map(({ scheme }) =>
      has(t('directory:place.offersScheme', { scheme: schemeName(words, scheme) })),
    ),
    ...spoken.map((code) => has(t('directory:place.speaks', { language: format.language(code) }))),
    ...collected.map(({ name }) => has(t('directory:place.collects', { school: name }))),
  ];
}
