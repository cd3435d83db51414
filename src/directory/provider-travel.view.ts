import type { Words } from '#platform/i18n/words.ts';
import { areaOf } from './place-words.ts';
import { fact } from './provider-facts.view.ts';
import type { Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';

/** Where it is and how one gets there, as far as that is published. */
export function travelView(words: Words, provider: Provider) {
  const { t } = words;
  const { address, directions, locationName, ward } = provider;
  const postcode = address?.postcode ?? null;
  const lines =
    address === null
      ? []
      : [locationName, ...address.lines, address.town, address.postcode].filter(
          (line) => line !== null && line !== '',
        );
  return {
    title: t('directory:provider.travel.title'),
    lines: [...new Set(lines)],
    withheld: withheldText(words, provider),
    facts: [
      ...fact(t('directory:provider.travel.directions'), directions, { foreign: true }),
      ...fact(t('directory:provider.travel.ward'), ward?.name ?? null, { foreign: true }),
    ],
    route: postcode === null ? null : t('directory:provider.travel.route', { postcode }),
    mapHref: mapHref(provider),
    source: sourceText(words, provider, 'address'),
  };
}

/** Why no address is shown; null when one is. */
function withheldText({ t }: Words, provider: Provider): string | null {
  if (provider.isVirtual) return t('directory:provider.travel.online');
  if (provider.premises === 'home') return t('directory:provider.travel.childHome');
  if (provider.address !== null) return null;
  const area = areaOf(provider);
  return t(
    provider.premises === 'domestic'
      ? 'directory:provider.travel.home'
      : 'directory:provider.travel.hidden',
    { area },
  );
}

/** Opens the phone's own map; never for a home, nor for what is known only roughly. */
function mapHref({ point, premises }: Provider): string | null {
  if (point?.precision !== 'postcode' || premises !== 'non-domestic') return null;
  const where = `${point.latitude},${point.longitude}`;
  return `geo:${where}?q=${where}`;
}
