import type { Words } from '#platform/i18n/words.ts';
import type { Provider } from './provider.ts';

const known = ['ofsted', 'sample', 'gias', 'provider', 'council'] as const;
/** Ofsted's daily feed to councils is its register as well. */
const sameAs: Readonly<Record<string, string>> = { feed: 'ofsted' };

/** Who says a group of facts, and the day they speak for; `null` is the record as a whole. */
export function sourceText({ t, format }: Words, provider: Provider, group: string | null): string {
  const own = provider.fieldSources.find(({ fieldGroup }) => fieldGroup === group);
  const { source, asAt } = own ?? { source: recordSource(provider), asAt: provider.asAt };
  const named = known.find((name) => name === (sameAs[source] ?? source)) ?? 'open';
  return t('directory:provider.asAt', {
    source: t(`directory:provider.source.${named}`),
    day: format.day(asAt),
  });
}

const recordSource = ({ source, isSample }: Provider): string => (isSample ? 'sample' : source);
