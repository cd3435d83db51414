import { basename } from 'node:path';
import type { Tx } from '#db/open-database.ts';
import { importReport } from '#db/schema/exchange.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { App } from '#platform/context.ts';
import { dayIn } from './day-in-text.ts';
import type { ImportReport } from './import-report.ts';

/** What an import needs of the app. */
export type ImportCtx = Pick<App, 'db' | 'clock' | 'ids' | 'keys'>;
/** Called now and then during a long import; `share` runs from 0 to 1. */
export type Progress = (step: { readonly rows: number; readonly share: number }) => void;

/** The name and day that a report gives its file; `title` is what stands above its header. */
export function fileFacts(ctx: ImportCtx, file: string, asAt?: string, title = '') {
  const fileName = basename(file);
  return { fileName, asAt: asAt ?? dayIn(fileName) ?? dayIn(title) ?? londonDay(ctx.clock.now()) };
}

/**
 * Ends an import inside its transaction: keeps its report and, when anything that pages show was
 * written, raises the directory's version. Every import passes through here once.
 */
export function finishImport(tx: Tx, ctx: ImportCtx, report: ImportReport, wrote: boolean): void {
  const { refusedRows, leftOut: _printedOnly, lacks: _alsoPrintedOnly, ...facts } = report;
  const id = ctx.ids.id();
  tx.insert(importReport)
    .values({
      ...facts,
      id,
      startedAt: ctx.clock.now().toISOString(),
      refused: refusedRows.length,
      refusedRows,
    })
    .run();
  const actor = { kind: 'system' } as const;
  recordAudit(tx, { ...ctx, actor }, { action: 'directory-imported', object: `import:${id}` });
  if (wrote) raiseDirectoryVersion(tx, 'many');
}
