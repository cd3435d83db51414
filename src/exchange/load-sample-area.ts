import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonDay } from '#platform/calendar/london-time.ts';
import { inTransaction } from '#platform/transaction.ts';
import { importOfsted } from './import-ofsted.ts';
import { importPostcodes } from './import-postcodes.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import type { ImportCtx } from './import-report-store.ts';
import { sampleDetails } from './sample-details.ts';
import { hasRealPlaces, hasSampleDetails, saveSampleDetails } from './sample-details-store.ts';

export type SampleStep = 'postcodes' | 'registrations' | 'details';

const sampleFolder = join(import.meta.dirname, '../../content/sample-area');
const sampleAuthority = 'Trafford';

/**
 * Fills an empty directory with the sample area: real geography, made-up places. `already-loaded`
 * when it is there; refused when the directory has real places. One cut off half way is finished.
 */
export function loadSampleArea(
  ctx: ImportCtx,
  onProgress: (step: SampleStep) => void = () => undefined,
  folder: string = sampleFolder,
): ImportOutcome<'loaded' | 'already-loaded'> {
  if (hasRealPlaces(ctx.db)) return refuse({ code: 'directory-not-empty' });
  if (hasSampleDetails(ctx.db)) return taken('already-loaded');
  const today = londonDay(ctx.clock.now());
  onProgress('postcodes');
  const postcodes = importPostcodes(ctx, join(folder, 'postcodes.csv'), { asAt: today });
  if (!postcodes.ok) return postcodes;
  onProgress('registrations');
  const registrations = importOfsted(ctx, join(folder, 'ofsted.csv'), {
    authority: sampleAuthority,
    asAt: today,
    isSample: true,
  });
  if (!registrations.ok) return registrations;
  onProgress('details');
  const json: unknown = JSON.parse(readFileSync(join(folder, 'details.json'), 'utf8'));
  const details = sampleDetails.parse(json);
  inTransaction(ctx.db, (tx) => saveSampleDetails(tx, ctx.ids, details, today));
  return taken('loaded');
}
