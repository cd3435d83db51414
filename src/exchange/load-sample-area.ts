import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonDay } from '#platform/calendar/london-time.ts';
import { inTransaction } from '#platform/transaction.ts';
import { importOfsted } from './import-ofsted.ts';
import { importPostcodes } from './import-postcodes.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { importSchools } from './import-schools.ts';
import { importServices } from './import-services.ts';
import type { ImportCtx } from './import-report-store.ts';
import { sampleDetails } from './sample-details.ts';
import { saveSampleDetails } from './sample-details-store.ts';
import {
  hasSampleChildcare,
  hasSampleDetails,
  ownerOfDirectory,
  wasImported,
} from './sample-state-store.ts';

export type SampleStep = 'postcodes' | 'schools' | 'services' | 'registrations' | 'details';

type Step = {
  readonly name: SampleStep;
  readonly isDone: () => boolean;
  readonly take: () => ImportOutcome<unknown>;
};

const sampleFolder = join(import.meta.dirname, '../../content/sample-area');
const sampleAuthority = 'Trafford';
/** The day of the register of schools that `schools.csv` was taken from. */
const schoolsAsAt = '2023-11-15';

/**
 * Fills an empty directory with the sample area: real geography and open data about public places,
 * made-up childcare. `already-loaded` when it is all there; refused when the directory is a
 * council's. One cut off half way is finished.
 */
export function loadSampleArea(
  ctx: ImportCtx,
  onProgress: (step: SampleStep) => void = () => undefined,
  folder: string = sampleFolder,
): ImportOutcome<'loaded' | 'already-loaded'> {
  if (ownerOfDirectory(ctx.db) === 'council') return refuse({ code: 'directory-not-empty' });
  let result: 'loaded' | 'already-loaded' = 'already-loaded';
  for (const { name, isDone, take } of stepsOf(ctx, folder)) {
    if (isDone()) continue;
    onProgress(name);
    const outcome = take();
    if (!outcome.ok) return outcome;
    result = 'loaded';
  }
  return taken(result);
}

function stepsOf(ctx: ImportCtx, folder: string): readonly Step[] {
  const asAt = londonDay(ctx.clock.now());
  const file = (name: string) => join(folder, name);
  const sample = { asAt, isSample: true };
  const ofsted = { ...sample, authority: sampleAuthority };
  const schools = { ...sample, asAt: schoolsAsAt };
  return [
    {
      name: 'postcodes',
      isDone: () => wasImported(ctx.db, 'postcodes', 'postcodes.csv'),
      take: () => importPostcodes(ctx, file('postcodes.csv'), { asAt }),
    },
    {
      name: 'schools',
      isDone: () => wasImported(ctx.db, 'schools', 'schools.csv'),
      take: () => importSchools(ctx, file('schools.csv'), schools),
    },
    {
      name: 'services',
      isDone: () => wasImported(ctx.db, 'services', 'services.csv'),
      take: () => importServices(ctx, file('services.csv'), sample),
    },
    {
      name: 'registrations',
      isDone: () => hasSampleChildcare(ctx.db),
      take: () => importOfsted(ctx, file('ofsted.csv'), ofsted),
    },
    {
      name: 'details',
      isDone: () => hasSampleDetails(ctx.db),
      take: () => takeDetails(ctx, file('details.json'), asAt),
    },
  ];
}

function takeDetails(ctx: ImportCtx, file: string, today: string): ImportOutcome<'loaded'> {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const details = sampleDetails.parse(json);
  inTransaction(ctx.db, (tx) => saveSampleDetails(tx, details, today));
  return taken('loaded');
}
