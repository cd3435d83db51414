import { cellReader, slugOf } from './service-cells.ts';
import { contactExamples, parseContacts } from './service-contacts.ts';
import type { Row } from './service-file.ts';
import { parsePounds } from './service-prices.ts';
import type { RecordOrganisation } from './service-record.ts';
import { organisationOf, sourceOf, type RowWorld } from './service-row.ts';
import { allowedLanguages, parseLanguages } from './service-words.ts';

/** Something to read or watch: SI 2007/3490, schedule 2, paragraph 2. */
export type PublicationRecord = {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly howToGet: string | null;
  readonly website: string | null;
  /** Pence; 0 is free. */
  readonly cost: number | null;
  /** A language code. */
  readonly language: string;
  readonly forDisabledChildren: string | null;
  readonly source: string;
  readonly asAt: string;
  readonly organisation: RecordOrganisation | null;
};

export type ReadPublication =
  | { readonly ok: true; readonly publication: PublicationRecord }
  | { readonly ok: false; readonly problems: readonly string[] };

export const isPublication = ({ cell }: Pick<Row, 'cell'>): boolean =>
  cell('kind').toLowerCase() === 'publication';

/** Reads a row whose kind is `publication`, or says all that is wrong with it. */
export function readPublication({ cell }: Pick<Row, 'cell'>, world: RowWorld): ReadPublication {
  const reader = cellReader(cell);
  reader.needed('service_id');
  const websites = reader.read(
    'website',
    (text) => parseContacts('website', text),
    contactExamples.website,
  );
  const languages = reader.read('language', parseLanguages, allowedLanguages) ?? ['en'];
  const publication = {
    id: slugOf(cell('service_id')),
    title: reader.line('name') ?? reader.needed('name'),
    description: reader.text('description'),
    howToGet: reader.text('how_to_access'),
    website: websites?.[0]?.value ?? null,
    cost: reader.read('cost', priceOf, 'write "free" or a price like £3.50'),
    language: languages[0] ?? 'en',
    forDisabledChildren: reader.text('for_disabled_children'),
    source: sourceOf(cell),
    asAt: reader.day('as_at') ?? world.asAt,
    organisation: organisationOf(reader),
  };
  const { problems } = reader;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, publication };
}

const priceOf = (text: string): number | null =>
  text.toLowerCase() === 'free' ? 0 : parsePounds(text);
