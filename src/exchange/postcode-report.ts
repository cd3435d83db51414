import { fileFacts, type ImportCtx, type Progress } from './import-report-store.ts';
import type { ImportReport } from './import-report.ts';

export type PostcodeOptions = { readonly asAt?: string; readonly onProgress?: Progress };

/** What an import of postcodes came to; counts that are not given are 0. */
export const postcodeReport = (
  ctx: ImportCtx,
  file: string,
  { asAt }: PostcodeOptions,
  counts: Partial<Pick<ImportReport, 'added' | 'changed' | 'unchanged'>>,
): ImportReport => ({
  kind: 'postcodes',
  ...fileFacts(ctx, file, asAt),
  authority: null,
  ...{ added: 0, changed: 0, unchanged: 0, left: 0, refusedRows: [] },
  ...counts,
});
