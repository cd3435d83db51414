import { serviceAtLocation } from '#db/schema/directory.ts';
import { importServices, type ServiceOptions } from '#exchange/import-services.ts';
import { describeRefusal } from '#exchange/import-refusal.ts';
import { serviceColumns } from '#exchange/service-columns.ts';
import type { Workshop } from './support.ts';

/** A row of the template; what it leaves out is blank. */
export type Row = Readonly<Partial<Record<(typeof serviceColumns)[number], string>>>;

export const hubRow = (more: Row = {}): Row => ({
  service_id: 'rhyme-time',
  kind: 'stay-and-play',
  name: 'Rhyme time',
  location_id: 'hub',
  location_name: 'Lantern Family Hub',
  address_1: '1 Lantern Lane',
  town: 'Sale',
  postcode: 'm332dh',
  ...more,
});

export const servicesCsv = (
  rows: readonly Row[],
  columns: readonly string[] = serviceColumns,
): string =>
  [
    columns,
    ...rows.map((row) =>
      columns.map((name) => Object.entries(row).find(([key]) => key === name)?.[1] ?? ''),
    ),
  ]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

/** What an import of these rows came to; throws when the file was refused. */
export function takeServices(shop: Workshop, rows: readonly Row[], options: ServiceOptions = {}) {
  const file = shop.write('services.csv', servicesCsv(rows));
  const outcome = importServices(shop.ctx, file, { authority: 'Trafford', ...options });
  if (!outcome.ok) throw new Error(describeRefusal(outcome.refusal));
  return outcome.value;
}

/** The ids of the records that have not left. */
export const currentIds = ({ db }: Workshop) =>
  db
    .select()
    .from(serviceAtLocation)
    .all()
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id }) => id)
    .sort();
