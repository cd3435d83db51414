import type { Words } from '#platform/i18n/words.ts';
import { inclusionGroupWord, inclusionWord, kindWords } from './directory-words.ts';
import type { Found } from './find-providers.ts';
import type { FindQuery } from './find-query.ts';
import { attributesIn, inclusionGroups } from './inclusion-vocabulary.ts';
import { providerKinds } from './provider.ts';

/** The choices beside the results, each with how many it would give. */
export function filterGroups({ t }: Words, query: FindQuery, facets: Found['facets']) {
  const choice = (value: string, label: string, facet: string) => ({
    value,
    text: t('directory:find.choice', { label, total: facets[facet]?.[value] ?? 0 }),
  });
  return {
    kinds: providerKinds.map((kind) => choice(kind, t(kindWords[kind]), 'kind')),
    inclusion: inclusionGroups.map((group) => {
      const items = attributesIn(group).map(({ key }) =>
        choice(key, t(inclusionWord(key)), 'inclusion'),
      );
      return {
        group,
        title: t(inclusionGroupWord(group)),
        items,
        open: attributesIn(group).some(({ key }) => query.inclusion.includes(key)),
      };
    }),
  };
}

/** The choices when nothing has been counted, because the query could not be understood. */
export const emptyFacets: Found['facets'] = {};
