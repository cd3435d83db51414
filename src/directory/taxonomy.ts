import audiences from '#content/reference/audiences.json' with { type: 'json' };
import schemes from '#content/reference/funded-schemes.json' with { type: 'json' };
import outcomeTerms from '#content/reference/outcomes.json' with { type: 'json' };
import taxonomy from '#content/reference/service-taxonomy.json' with { type: 'json' };
import type { Names } from '#platform/i18n/languages.ts';
import type { Words } from '#platform/i18n/words.ts';

export type ServiceKind = keyof (typeof taxonomy)['terms'];
export type ServiceGroup = keyof (typeof taxonomy)['groups'];
export type Audience = keyof (typeof audiences)['terms'];
export type Outcome = keyof (typeof outcomeTerms)['terms'];
export type FundedScheme = keyof (typeof schemes)['terms'];

type Synonyms = Readonly<Record<string, readonly string[]>>;
type KindTerm = { readonly group: string; readonly names: Names; readonly synonyms?: Synonyms };
const kindTerms: Readonly<Record<ServiceKind, KindTerm>> = taxonomy.terms;

const keysOf = <Key extends string>(terms: Readonly<Record<Key, unknown>>): readonly Key[] => {
  const isKey = (key: string): key is Key => Object.hasOwn(terms, key);
  return Object.keys(terms).filter(isKey);
};

/** In the order they are shown. */
export const serviceKinds = keysOf(taxonomy.terms);
export const serviceGroups = keysOf(taxonomy.groups);
export const audienceKeys = keysOf(audiences.terms);
export const outcomeKeys = keysOf(outcomeTerms.terms);
export const fundedSchemes = keysOf(schemes.terms);

export const groupOf = (kind: ServiceKind): ServiceGroup =>
  serviceGroups.find((group) => group === kindTerms[kind].group) ?? 'community';
export const kindsIn = (group: ServiceGroup): readonly ServiceKind[] =>
  serviceKinds.filter((kind) => groupOf(kind) === group);
/** Childcare in the sense of section 18 of the Childcare Act 2006. */
export const isChildcare = (kind: ServiceKind): boolean => groupOf(kind) === 'childcare';

export const kindName = (words: Words, kind: ServiceKind): string =>
  words.name(kindTerms[kind].names);
export const groupName = (words: Words, group: ServiceGroup): string =>
  words.name(taxonomy.groups[group].names);
export const audienceName = (words: Words, key: Audience): string =>
  words.name(audiences.terms[key].names);
export const outcomeName = (words: Words, key: Outcome): string =>
  words.name(outcomeTerms.terms[key].names);
export const schemeName = (words: Words, key: FundedScheme): string =>
  words.name(schemes.terms[key].names);

/** What people may type for a kind: its names and synonyms in these languages. */
export function kindWords(kind: ServiceKind, languages: readonly string[]): string {
  const { names, synonyms = {} } = kindTerms[kind];
  return languages.flatMap((code) => [names[code] ?? '', ...(synonyms[code] ?? [])]).join('\n');
}
