import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inclusionAnswer, provider } from '#db/schema/directory.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { inTransaction } from '#platform/transaction.ts';
import { importOfsted } from './import-ofsted.ts';
import { importPostcodes } from './import-postcodes.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import type { ImportCtx } from './import-report-store.ts';
import { sampleDetails } from './sample-details.ts';
import { saveSampleDetails } from './sample-details-store.ts';

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
  if (hasRealPlaces(ctx)) return refuse({ code: 'directory-not-empty' });
  if (isLoaded(ctx)) return taken('already-loaded');
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

const hasRealPlaces = ({ db }: ImportCtx): boolean =>
  db
    .select({ id: provider.id })
    .from(provider)
    .where(eq(provider.isSample, false))
    .limit(1)
    .get() !== undefined;

/** The details come last, in one transaction: when any are there, all are. */
const isLoaded = ({ db }: ImportCtx): boolean =>
  db
    .select({ id: inclusionAnswer.providerId })
    .from(inclusionAnswer)
    .where(eq(inclusionAnswer.source, 'sample'))
    .limit(1)
    .get() !== undefined;
