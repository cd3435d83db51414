import type { Words } from '#platform/i18n/words.ts';
import { agesText } from './place-words.ts';
import { fact, shortAddress, webLink, type Fact } from './provider-facts.view.ts';
import type { Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { registerNames, type AgeBand, type Registration } from './registration.ts';

const registerOfBand = {
  'early-years': 'earlyYears',
  compulsory: 'compulsory',
  voluntary: 'voluntary',
} as const;

/** What the register says of it (SI 2007/3490, schedule 1); null for what is not registered. */
export function registrationView(words: Words, provider: Provider) {
  const { registration } = provider;
  if (registration === null) return null;
  return {
    title: words.t('directory:provider.registration.title'),
    facts: [
      ...bodyFacts(words, registration),
      ...personFacts(words, provider),
      ...careFacts(words, registration),
      ...fact(words.t('directory:provider.registration.conditions'), registration.conditions, {
        foreign: true,
      }),
      ...fact(words.t('directory:provider.registration.steps'), stepTexts(words, registration)),
    ],
    source: sourceText(words, provider, null),
  };
}

function bodyFacts(words: Words, registration: Registration): readonly Fact[] {
  const { t, format } = words;
  const { registeredWith, urn, registeredOn, registers } = registration;
  const number = registeredWith === 'ofsted' ? 'urn' : 'agencyNumber';
  return [
    ...fact(t('directory:provider.registration.with'), bodyName(words, registration)),
    ...fact(t(`directory:provider.registration.${number}`), urn, { foreign: true }),
    ...fact(
      t('directory:provider.registration.since'),
      registeredOn === null ? null : format.day(registeredOn),
    ),
    ...fact(
      t('directory:provider.registration.registers'),
      registerNames
        .filter((name) => registers[name])
        .map((name) => t(`directory:provider.registration.register.${name}`)),
    ),
  ];
}

function bodyName({ t }: Words, { registeredWith, agencyName: name }: Registration): string {
  if (registeredWith === 'ofsted') return t('directory:provider.registration.ofsted');
  return name === null
    ? t('directory:provider.registration.agency')
    : t('directory:provider.registration.namedAgency', { name });
}

function personFacts({ t }: Words, { organisation }: Provider): readonly Fact[] {
  if (organisation === null) return [];
  const { name, address, website } = organisation;
  const own = { foreign: true };
  return [
    ...fact(
      t('directory:provider.registration.person'),
      [name, address].filter((said) => said !== null),
      own,
    ),
    ...fact(t('directory:provider.registration.personSite'), website && shortAddress(website), {
      ...own,
      href: webLink(website ?? ''),
    }),
  ];
}

function careFacts(words: Words, { caresIn, places, ageBands, carePeriods }: Registration) {
  const { t } = words;
  return [
    ...fact(
      t('directory:provider.registration.caresIn'),
      caresIn.map((place) => t(`directory:provider.registration.home.${place}`)),
    ),
    ...fact(
      t('directory:provider.registration.places'),
      places === null ? null : t('directory:provider.registration.children', { count: places }),
    ),
    ...fact(
      t('directory:provider.registration.bands'),
      ageBands.map((band) => bandText(words, band)),
    ),
    ...periodFacts(words, carePeriods),
  ];
}

function bandText(words: Words, { ages, most, register }: AgeBand): string {
  const { t } = words;
  const range = agesText(words, { ages }) ?? '';
  const band =
    most === null ? range : t('directory:provider.registration.band', { ages: range, count: most });
  if (register === null) return band;
  const name = t(`directory:provider.registration.register.${registerOfBand[register]}`);
  return t('directory:provider.registration.bandOf', { band, register: name });
}

const knownPeriods = [
  ...(['overnight', 'weekends', 'weekdays', 'all-year', 'term-time'] as const),
  ...(['before-school', 'after-school', 'holidays'] as const),
];

/** Times of care as registered; one that has no word here is shown as the register writes it. */
function periodFacts({ t }: Words, periods: readonly string[]): readonly Fact[] {
  const texts = periods.map((period) => {
    const known = knownPeriods.find((name) => name === period);
    return known === undefined ? period : t(`directory:provider.registration.period.${known}`);
  });
  return fact(t('directory:provider.registration.periods'), texts);
}

/** Each step against or out of the register, with its body and day, newest first. */
export function stepTexts(words: Words, registration: Registration | null): readonly string[] {
  if (registration === null) return [];
  const body = bodyName(words, registration);
  return registration.steps.map(({ step, takenOn }) =>
    words.t(`directory:provider.steps.${step}`, { body, day: words.format.day(takenOn) }),
  );
}
