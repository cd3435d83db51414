import audiences from '#content/reference/audiences.json' with { type: 'json' };
import outcomes from '#content/reference/outcomes.json' with { type: 'json' };
import taxonomy from '#content/reference/service-taxonomy.json' with { type: 'json' };
import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import type { FundedPlace } from '#directory/provider.ts';
import { spokenLanguages } from '#directory/spoken-languages.ts';
import {
  audienceKeys,
  fundedSchemes,
  outcomeKeys,
  serviceKinds,
  type ServiceKind,
} from '#directory/taxonomy.ts';
import { looseName } from './find-header.ts';
import type { RecordAnswer } from './service-record.ts';

type Terms = Readonly<Record<string, { readonly names: { readonly en: string } }>>;

/** Reads a list of terms by key or by English name, in any case; null when one is not known. */
function termsReader<Key extends string>(keys: readonly Key[], terms: Terms) {
  const known = new Map(
    keys.flatMap((key) => [key, terms[key]?.names.en ?? key].map((name) => [looseName(name), key])),
  );
  return (text: string): readonly Key[] | null => {
    const read = listOf(text).map((name) => known.get(looseName(name)));
    return read.every((key) => key !== undefined) ? [...new Set(read)] : null;
  };
}

/** Parts divided by semicolons. */
const listOf = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Where people work at home, whose privacy Ofsted's files and their consents settle. */
const homeKinds: readonly ServiceKind[] = ['childminder', 'home-childcarer', 'domestic-childcare'];
export const isHomeKind = (kind: ServiceKind): boolean => homeKinds.includes(kind);

export const parseKinds = termsReader(serviceKinds, taxonomy.terms);
export const parseOutcomes = termsReader(outcomeKeys, outcomes.terms);
export const parseAudiences = termsReader(audienceKeys, audiences.terms);

const english = new Intl.DisplayNames('en', { type: 'language' });
const languageNames: Terms = Object.fromEntries(
  spokenLanguages.map((code) => [code, { names: { en: english.of(code) ?? code } }]),
);
export const parseLanguages = termsReader(spokenLanguages, languageNames);

const oneOf = (keys: readonly string[]) => `use one or more of: ${keys.join(', ')}`;
export const allowedKinds = oneOf([
  ...serviceKinds.filter((kind) => !isHomeKind(kind)),
  'publication',
]);
export const allowedOutcomes = oneOf(outcomeKeys);
export const allowedAudiences = oneOf(audienceKeys);
export const allowedLanguages = oneOf(spokenLanguages);

const answers: Readonly<Record<string, RecordAnswer['answer']>> = {
  yes: 'yes',
  'with notice': 'with-notice',
  no: 'no',
  'ask us': 'ask-us',
};
export const inclusionExample =
  'write it like "hoist=yes; quiet_room=with notice (Two days before)", with keys of inclusion-attributes.json and yes, with notice, no or ask us';

/** Inclusion answers; null when an attribute or an answer is not known, or is there twice. */
export function parseInclusion(text: string, confirmedOn: string): readonly RecordAnswer[] | null {
  const read = listOf(text).map((part) => answerOf(part, confirmedOn));
  if (!read.every((answer) => answer !== null)) return null;
  const attributes = new Set(read.map(({ attribute }) => attribute));
  return attributes.size === read.length ? read : null;
}

function answerOf(part: string, confirmedOn: string): RecordAnswer | null {
  const [, attribute = '', said = '', note = null] =
    /^(\w+)\s*=\s*([^(]+?)\s*(?:\((.+)\))?$/.exec(part) ?? [];
  const answer = answers[said.toLowerCase().replace('-', ' ')];
  if (!isInclusionKey(attribute) || answer === undefined || (note?.length ?? 0) > 200) return null;
  return { attribute, answer, note, confirmedOn };
}

export const fundedExample = `write it like "universal-3-4 15 hours; working-2 30 hours stretched (Mornings)", with schemes ${fundedSchemes.join(', ')}`;

/** Schemes of funded hours; null when one is not known, or is there twice. */
export function parseFunded(text: string): readonly FundedPlace[] | null {
  const read = listOf(text).map(fundedOf);
  if (!read.every((place) => place !== null)) return null;
  return new Set(read.map(({ scheme }) => scheme)).size === read.length ? read : null;
}

function fundedOf(part: string): FundedPlace | null {
  const [, name, hours, stretched, note = null] =
    /^([a-z0-9-]+)(?:\s+(\d{1,2}(?:\.\d)?)(?:\s*hours?)?)?(\s+stretched)?\s*(?:\((.+)\))?$/i.exec(
      part,
    ) ?? [];
  const scheme = fundedSchemes.find((known) => known === name?.toLowerCase());
  if (scheme === undefined) return null;
  const hoursAWeek = hours === undefined ? null : Number(hours);
  return { scheme, hoursAWeek, isStretched: stretched === undefined ? null : true, note };
}
