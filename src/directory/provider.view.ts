import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { kindWords, premisesWords } from './directory-words.ts';
import { inclusionView } from './provider-inclusion.view.ts';
import type { Inspection, Provider } from './provider.ts';
import { agesText, ageText, areaOf, placeName, resultText, whereText } from './place-words.ts';

/** Everything a provider's page shows; what has not been said is said to be so. */
export function providerView(ctx: Pick<Ctx, 'words' | 'clock'>, provider: Provider) {
  const { words } = ctx;
  const { t, format } = words;
  const today = londonDay(ctx.clock.now());
  return {
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    kind: t(kindWords[provider.kind]),
    description: provider.description,
    isSample: provider.isSample,
    facts: facts(words, provider),
    hours: hours(words, provider),
    costs: provider.costs.map(({ unit, pence, label, ages }) => ({
      what: [
        label,
        ages === null
          ? null
          : t('directory:place.agesFromTo', {
              from: ageText(words, ages.from),
              to: ageText(words, ages.to),
            }),
      ]
        .filter(Boolean)
        .join(', '),
      text: t('directory:provider.costText', {
        money: format.money(pence),
        unit: t(`directory:place.unit.${unit}`),
      }),
    })),
    vacancies: provider.vacancies.map(({ ages, day, places, asAt }) => ({
      text: t('directory:provider.vacancyText', {
        count: places,
        from: ageText(words, ages.from),
        to: ageText(words, ages.to),
      }),
      day: day === null ? t('directory:provider.anyDay') : format.weekday(day),
      asAt: format.day(asAt),
    })),
    inspections: provider.inspections.map((inspection) => inspectionView(words, inspection)),
    inclusion: inclusionView(words, provider, today),
    asAt: t('directory:provider.asAt', {
      source: t(
        provider.isSample ? 'directory:provider.source.sample' : 'directory:provider.source.ofsted',
      ),
      day: format.day(provider.asAt),
    }),
  };
}

function facts(words: Words, provider: Provider) {
  const { t, format } = words;
  const row = (key: FactKey, text: string | null, foreign = false) => ({
    key: t(`directory:provider.row.${key}`),
    text: text ?? t('directory:provider.notSaid'),
    unsaid: text === null,
    foreign: foreign && text !== null,
    href: text === null ? null : linkOf(key, text),
  });
  const { registers, registeredOn, places } = provider;
  const registered = (['earlyYears', 'compulsory', 'voluntary'] as const).filter(
    (name) => registers[name],
  );
  return [
    row('kind', t(kindWords[provider.kind])),
    row('premises', t(premisesWords[provider.premises])),
    provider.address === null
      ? row('area', areaOf(provider), true)
      : row('address', whereText(words, provider), true),
    row('phone', provider.phone, true),
    row('email', provider.email, true),
    row('website', provider.website, true),
    row('ages', agesText(words, provider)),
    row(
      'places',
      places === null ? null : t('directory:provider.row.placesText', { count: places }),
    ),
    row('urn', provider.urn, true),
    row('registered', registeredOn === null ? null : format.day(registeredOn)),
    row(
      'registers',
      registered.length === 0
        ? null
        : format.list(registered.map((name) => t(`directory:provider.register.${name}`))),
    ),
  ];
}
/** What a phone number, an address for mail or a web page leads to; only the web's own schemes. */
function linkOf(key: FactKey, text: string): string | null {
  if (key === 'phone') return `tel:${text.replace(/[^+\d]/g, '')}`;
  if (key === 'email') return `mailto:${text}`;
  if (key !== 'website') return null;
  return /^https?:\/\//.test(text) && URL.canParse(text) ? text : null;
}
type FactKey =
  | 'kind'
  | 'premises'
  | 'area'
  | 'address'
  | 'phone'
  | 'email'
  | 'website'
  | 'ages'
  | 'places'
  | 'urn'
  | 'registered'
  | 'registers';

function hours({ t, format }: Words, { schedule }: Provider) {
  if (schedule.length === 0) return [];
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    day: format.weekday(day),
    times: schedule
      .filter((open) => open.day === day)
      .map(({ opens, closes, term }) => ({
        range: t('directory:provider.hoursRange', { opens, closes }),
        term: t(`directory:provider.term.${term}`),
      })),
  }));
}

const frameworkKeys = {
  'early-years': 'directory:provider.framework.earlyYears',
  'no-children-on-roll': 'directory:provider.framework.noChildren',
  'childcare-register': 'directory:provider.framework.childcareRegister',
} as const;

const inspectionView = (words: Words, inspection: Inspection) => ({
  on: words.t('directory:provider.inspectionOn', { day: words.format.day(inspection.inspectedOn) }),
  framework: words.t(frameworkKeys[inspection.framework]),
  result: resultText(words, inspection),
  reportUrl: inspection.reportUrl,
});
