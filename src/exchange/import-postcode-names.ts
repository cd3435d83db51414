import type { Tx } from '#db/open-database.ts';
import { inTransaction } from '#platform/transaction.ts';
import { finishImport, type ImportCtx } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';
import { placeProviders } from './place-store.ts';
import { areaNamesIn, type AreaName } from './postcode-names.ts';
import { nameAreas } from './postcode-names-store.ts';
import { rebuildPlaces } from './postcode-places-store.ts';
import { postcodeReport, type PostcodeOptions } from './postcode-report.ts';
import { readPostcodeSlices } from './postcode-slices.ts';

/** The names in a file of the ONS's "names and codes"; null when it is another file. */
export function readAreaNames(file: string): readonly AreaName[] | null {
  const names: AreaName[] = [];
  let header: readonly string[] | undefined;
  for (const { rows } of readPostcodeSlices(file)) {
    header ??= rows[0]?.cells;
    const body = header === rows[0]?.cells ? rows.slice(1) : rows;
    const found = areaNamesIn([header ?? [], ...body.map(({ cells }) => cells)]);
    if (found === null) return null;
    names.push(...found);
  }
  return header === undefined ? null : names;
}

/** Gives the areas of the postcode table these names, in one transaction. */
export function takeAreaNames(
  ctx: ImportCtx,
  file: string,
  options: PostcodeOptions,
  names: readonly AreaName[],
): ImportReport {
  const write = (tx: Tx) => {
    const changed = nameAreas(ctx.db, names);
    const report = postcodeReport(ctx, file, options, { changed });
    if (changed > 0) rebuildPlaces(tx, []);
    const moved = changed > 0 ? placeProviders(tx) : 0;
    finishImport(tx, ctx, report, changed + moved > 0);
    return report;
  };
  return inTransaction(ctx.db, write);
}
