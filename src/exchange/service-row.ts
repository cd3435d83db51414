import type { Contact } from '#directory/provider.ts';
import type { Row } from './service-file.ts';
import { ageExample, parseAgeFrom, parseAgeTo } from './service-ages.ts';
import { cellReader, slugOf, yesOrNo, type CellReader } from './service-cells.ts';
import { contactExamples, parseContacts } from './service-contacts.ts';
import { hoursExample, parseHours } from './service-hours.ts';
import { readLocation } from './service-location.ts';
import { costExample, parseCost, parsePounds } from './service-prices.ts';
import type { RecordOrganisation, RecordService, ServiceRecord } from './service-record.ts';
import * as words from './service-words.ts';

/** What a row needs to know of the rest of the world. */
export type RowWorld = {
  /** ISO day that the file speaks for. */
  readonly asAt: string;
  readonly isSample: boolean;
  /** Which authority a postcode (by key) lies in; null when the table does not say. */
  readonly authorityAt: (key: string) => string | null;
  /** The authority of what says none. */
  readonly authority: string | null;
  /** A school by its number or name. */
  readonly schoolNamed: (text: string) => { school: string; schoolName: string } | null;
};

export type ReadService =
  | { readonly ok: true; readonly record: ServiceRecord }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a row of one service at one place, or says all that is wrong with it. */
export function readService({ cell }: Pick<Row, 'cell'>, world: RowWorld): ReadService {
  const reader = cellReader(cell);
  const serviceId = slugOf(cell('service_id'));
  const asAt = reader.day('as_at') ?? world.asAt;
  const location = readLocation(reader, cell, world);
  const organisation = organisationOf(reader);
  const service = serviceOf(reader, serviceId);
  const confirmedOn = reader.day('confirmed_on');
  const offer = offerOf(reader, world, confirmedOn ?? asAt);
  if (location === null || service === null || reader.problems.length > 0)
    return { ok: false, problems: reader.problems };
  return {
    ok: true,
    record: {
      id: `${serviceId}-${location.place}`,
      source: sourceOf(cell),
      ...{ asAt, confirmedOn, isSample: world.isSample },
      ...{ organisation, service, location: location.facts, offer },
    },
  };
}

/** Who says it, with its licence: `Trafford Council, Open Government Licence v3.0`. */
export const sourceOf = (cell: Row['cell']): string =>
  [cell('source') || 'council', cell('licence')].filter(Boolean).join(', ');

/** Who answers for a service; null when it is not said. */
export function organisationOf(reader: CellReader): RecordOrganisation | null {
  const name = reader.line('organisation');
  const [site] = reader.read('organisation_website', websites, contactExamples.website) ?? [];
  if (name === null) return null;
  const website = site?.value ?? null;
  return {
    ...{ id: `o-${slugOf(name)}`, name, website },
    ...{ reference: null, address: null, email: null, phone: null },
  };
}

const websites = (text: string) => parseContacts('website', text);

function serviceOf(reader: CellReader, id: string): RecordService | null {
  reader.needed('service_id', 'is needed: letters, figures and hyphens, the same each time');
  if (id === '') return null;
  const name = reader.line('name') ?? reader.needed('name');
  reader.needed('kind', words.allowedKinds);
  const kinds = reader.read('kind', words.parseKinds, words.allowedKinds) ?? [];
  const [kind = 'activity', ...alsoKinds] = kinds;
  if (kinds.some(words.isHomeKind))
    reader.wrong('kind', 'homes where childminders and nannies work come from Ofsted’s files only');
  return {
    ...{ id, name, kind, alsoKinds },
    outcomes: reader.read('outcomes', words.parseOutcomes, words.allowedOutcomes) ?? [],
    audiences: reader.read('audiences', words.parseAudiences, words.allowedAudiences) ?? [],
    description: reader.text('description'),
    eligibility: reader.text('eligibility'),
    howToAccess: reader.text('how_to_access'),
    forDisabledChildren: reader.text('for_disabled_children'),
    ...agesOf(reader),
    isFree: null,
    freeEarlyYears: yesOrNo(reader, 'free_early_years'),
    deposit: reader.read('deposit', parsePounds, 'write it like £50'),
    extras: reader.text('extras'),
    meals: reader.text('meals'),
    ratio: reader.line('ratio'),
    waitingList: reader.choice('waiting_list', ['open', 'closed', 'none']),
  };
}

function agesOf(reader: CellReader): Pick<RecordService, 'agesFromMonths' | 'agesToMonths'> {
  const from = reader.read('age_from', parseAgeFrom, ageExample);
  const to = reader.read('age_to', parseAgeTo, ageExample);
  if (from !== null && to !== null && from > to)
    reader.wrong('age_to', 'must not be less than age_from');
  return { agesFromMonths: from, agesToMonths: to };
}

function offerOf(reader: CellReader, world: RowWorld, confirmedOn: string): ServiceRecord['offer'] {
  const contacts = (kind: 'phone' | 'email' | 'website' | 'social'): readonly Contact[] =>
    reader.read(kind, (text) => parseContacts(kind, text), contactExamples[kind]) ?? [];
  return {
    contacts: [
      ...[...contacts('phone'), ...contacts('email')],
      ...[...contacts('website'), ...contacts('social')],
    ],
    schedule: reader.read('hours', parseHours, hoursExample) ?? [],
    costs: reader.read('cost', parseCost, costExample)?.costs ?? [],
    funded: reader.read('funded', words.parseFunded, words.fundedExample) ?? [],
    languages: reader.read('languages', words.parseLanguages, words.allowedLanguages) ?? [],
    schoolRuns: reader.read('school_runs', schoolsIn(world), schoolsAllowed) ?? [],
    inclusion:
      reader.read(
        'inclusion',
        (text) => words.parseInclusion(text, confirmedOn),
        words.inclusionExample,
      ) ?? [],
  };
}

const schoolsAllowed = 'use the numbers or names of schools that have been imported';

const schoolsIn =
  ({ schoolNamed }: RowWorld) =>
  (text: string) => {
    const names = text.split(';').map((name) => name.trim());
    const found = names.filter(Boolean).map(schoolNamed);
    return found.every((school) => school !== null) ? found : null;
  };
