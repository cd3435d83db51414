import type { Words } from '#platform/i18n/words.ts';
import { inspectionLine } from './inspection-words.ts';
import { stepTexts } from './provider-registration.view.ts';
import { agesText, areaOf, placeName, priceText, vacancyText, whereText } from './place-words.ts';
import type { Provider } from './provider.ts';
import { isChildcare, kindName } from './taxonomy.ts';

/** What stands above everything: which place this is, what matters most, and what is known at a glance. */
export function headView(words: Words, provider: Provider, today: string, phone: string) {
  const { t, format } = words;
  const steps = stepTexts(words, provider.registration);
  const { confirmedOn } = provider;
  return {
    name: placeName(words, provider),
    isEnglish: provider.name !== null,
    kinds: [...new Set([provider.kind, ...provider.alsoKinds])]
      .map((kind) => kindName(words, kind))
      .join(' · '),
    where: headWhere(words, provider),
    at:
      provider.locationName === null || provider.locationName === provider.name
        ? null
        : t('directory:provider.runAt', { place: provider.locationName }),
    sample: provider.isSample ? t('directory:provider.sample') : null,
    warning:
      steps.length === 0
        ? null
        : {
            title: t('directory:provider.steps.title'),
            texts: steps,
            help: t('directory:provider.steps.help', { phone }),
          },
    confirmed:
      confirmedOn === null
        ? null
        : t('directory:provider.confirmedOn', { day: format.day(confirmedOn) }),
    glance: glance(words, provider, today),
  };
}

/** Nothing where the name says the same: "Childminder in M33". */
function headWhere(words: Words, provider: Provider): string | null {
  if (provider.isVirtual) return words.t('directory:provider.online');
  return provider.name === null && provider.address === null ? null : whereText(words, provider);
}

/** The few facts that parents look for first; one that was not said is left out. */
function glance(words: Words, provider: Provider, today: string) {
  const { t } = words;
  const item = (
    key: 'ages' | 'places' | 'price' | 'funded' | 'inspection',
    text: string | null,
    note: string | null = null,
  ) =>
    text === null
      ? []
      : [
          {
            label: t(`directory:provider.glance.${key}`),
            text,
            note,
            isWide: key === 'inspection',
          },
        ];
  const places = placesText(words, provider, today);
  return [
    ...item('ages', agesText(words, provider)),
    ...item('places', places?.text ?? null, places?.note),
    ...item('price', priceText(words, provider)),
    ...item('funded', fundedText(words, provider)),
    ...item('inspection', inspectedText(words, provider)),
  ];
}

/** The next free place, by what was said in the last three months, and the day it was said. */
export function placesText(words: Words, { vacancies }: Provider, today: string) {
  const text = vacancyText(words, { vacancies }, today, null);
  const said =
    vacancies
      .map(({ asAt }) => asAt)
      .toSorted()
      .at(-1) ?? today;
  const note = words.t('directory:provider.glance.said', { day: words.format.day(said) });
  return text === null ? null : { text, note };
}

export function fundedText({ t }: Words, { funded, freeEarlyYears }: Provider): string | null {
  if (funded.length > 0 || freeEarlyYears === true) return t('directory:provider.glance.yes');
  return freeEarlyYears === false ? t('directory:provider.glance.no') : null;
}

function inspectedText(words: Words, provider: Provider): string | null {
  const line = inspectionLine(words, provider);
  if (line !== null || !isChildcare(provider.kind)) return line;
  return words.t('directory:provider.glance.notInspected');
}

/** One sentence for search engines: only what the page itself says. */
export function descriptionText(words: Words, provider: Provider, today: string): string {
  const facts = [
    kindName(words, provider.kind),
    provider.address?.town ?? areaOf(provider),
    agesText(words, provider),
    placesText(words, provider, today)?.text ?? null,
    priceText(words, provider),
  ].filter((said) => said !== null);
  return words.t('directory:provider.description', {
    name: placeName(words, provider),
    facts: facts.join(', '),
  });
}
