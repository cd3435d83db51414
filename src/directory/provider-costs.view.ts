import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { agesText } from './place-words.ts';
import { fact } from './provider-facts.view.ts';
import type { CostOption, FundedPlace, Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { isChildcare, schemeName } from './taxonomy.ts';

type Href = (path: string, query?: Query) => string;

/** What it costs and what that buys; null when nothing was said. */
export function costsView(words: Words, href: Href, provider: Provider) {
  const { t, format } = words;
  const { costs, deposit, extras, isFree } = provider;
  const prices = costs.map((cost) => costRow(words, cost));
  const facts = [
    ...fact(
      t('directory:provider.costs.deposit'),
      deposit === null
        ? null
        : deposit === 0
          ? t('directory:provider.costs.noDeposit')
          : format.money(deposit),
    ),
    ...fact(t('directory:provider.costs.extras'), extras, { foreign: true }),
  ];
  const free = isFree === true && costs.length === 0 ? t('directory:provider.costs.free') : null;
  if (prices.length + facts.length === 0 && free === null) return null;
  return {
    title: t('directory:provider.costs.title'),
    prices,
    facts,
    free,
    reckon: reckonView(words, href, provider),
    source: sourceText(words, provider, 'costs'),
  };
}

/** To the sum of what a family would pay; null where there is no price to make it from. */
function reckonView({ t }: Words, href: Href, { id, kind, alsoKinds, costs }: Provider) {
  if (costs.length === 0 || ![kind, ...alsoKinds].some(isChildcare)) return null;
  return {
    text: t('price:link'),
    hint: t('price:linkHint'),
    href: href(`/provider/${id}/price`),
  };
}

function costRow(words: Words, cost: CostOption) {
  const { t, format } = words;
  const { pence, unit, hours, label, ages, includes } = cost;
  return {
    /** The place's own words, in English. */
    label,
    unit: t(`directory:provider.costs.unitName.${unit}`),
    ages: agesText(words, { ages }),
    includes,
    price: costText(words, cost),
    hours: costHours(words, cost),
    perHour:
      hours === null || hours <= 0 || unit === 'hour' || pence === 0
        ? null
        : t('directory:provider.costs.perHour', { money: format.money(Math.round(pence / hours)) }),
  };
}

/** How many hours the price buys; null when that was not said or goes without saying. */
const costHours = ({ t }: Words, { hours, unit }: CostOption): string | null =>
  hours === null || unit === 'hour' ? null : t('directory:provider.costs.hours', { count: hours });

/** `£47.50 a session (5 hours, 2 years to 4 years)`: as much of that as was said. */
export function costLine(words: Words, cost: CostOption): string {
  const { t } = words;
  const [price, hours, ages] = [
    costText(words, cost),
    costHours(words, cost),
    agesText(words, cost),
  ];
  const both = hours !== null && ages !== null;
  const what = both
    ? t('directory:shortlist.compare.hoursAndAges', { hours, ages })
    : (hours ?? ages);
  return what === null ? price : t('directory:shortlist.compare.priceFor', { price, what });
}

/** `£6.20 an hour`, or that it is free. */
export function costText({ t, format }: Words, { pence, unit }: CostOption): string {
  if (pence === 0) return t('directory:provider.costs.freePrice');
  return t('directory:provider.costs.of', {
    money: format.money(pence),
    unit: t(`directory:provider.costs.unit.${unit}`),
  });
}

/** Funded hours by scheme; null when nothing was said of any. */
export function fundedView(words: Words, provider: Provider) {
  const { t } = words;
  const { funded, freeEarlyYears } = provider;
  if (funded.length === 0 && freeEarlyYears === null) return null;
  return {
    title: t('directory:provider.funded.title'),
    intro: funded.length > 0 ? t('directory:provider.funded.intro') : null,
    schemes: funded.map((place) => schemeRow(words, place)),
    plain:
      funded.length > 0
        ? null
        : t(
            freeEarlyYears === true
              ? 'directory:provider.funded.yes'
              : 'directory:provider.funded.no',
          ),
    source: sourceText(words, provider, 'funding'),
  };
}

function schemeRow(words: Words, { scheme, hoursAWeek, isStretched, note }: FundedPlace) {
  const { t } = words;
  const hours =
    hoursAWeek === null
      ? t('directory:provider.funded.offered')
      : t('directory:provider.funded.hours', { count: hoursAWeek });
  const spread =
    isStretched === null
      ? []
      : [
          t(
            isStretched
              ? 'directory:provider.funded.stretched'
              : 'directory:provider.funded.notStretched',
          ),
        ];
  return { scheme: schemeName(words, scheme), offer: [hours, ...spread], note };
}
