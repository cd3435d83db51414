import vocabulary from '#content/reference/inclusion-attributes.json' with { type: 'json' };
import type words from '#content/locales/en/directory.json';

/** Stable keys; a key without words in the English catalogue is not one. */
export type InclusionKey = keyof (typeof words)['inclusion'];
export type InclusionGroup = keyof (typeof words)['inclusionGroup'];
export type InclusionAttribute = { readonly key: InclusionKey; readonly group: InclusionGroup };

const keys = new Set(vocabulary.attributes.map(({ key }) => key));
const groups = new Set(vocabulary.groups);

/** Whether a text, such as a query's, names an attribute. */
export const isInclusionKey = (text: string): text is InclusionKey => keys.has(text);
const isInclusionGroup = (text: string): text is InclusionGroup => groups.has(text);

/** The groups, in the order they are shown. */
export const inclusionGroups: readonly InclusionGroup[] =
  vocabulary.groups.filter(isInclusionGroup);

/** All attributes, by group, in the order they are shown. */
export const inclusionAttributes: readonly InclusionAttribute[] = vocabulary.attributes.flatMap(
  ({ key, group }) => (isInclusionKey(key) && isInclusionGroup(group) ? [{ key, group }] : []),
);

export const attributesIn = (group: InclusionGroup): readonly InclusionAttribute[] =>
  inclusionAttributes.filter((attribute) => attribute.group === group);
