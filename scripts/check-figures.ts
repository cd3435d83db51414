import { join } from 'node:path';
import { agedFigures, endedFigures, warnAfterDays } from '../src/entitlements/aged-figures.ts';
import { readReference } from '../src/entitlements/read-reference.ts';
import { londonDay } from '../src/platform/calendar/london-time.ts';
import { systemClock } from '../src/platform/clock.ts';
import { faultsOfTexts, readTexts } from './checks/typed-figures.ts';

const reference = readReference();
const today = londonDay(systemClock.now());
const aged = agedFigures(reference, today);
const soon = aged.filter(({ reason }) => reason === 'check-soon');
const late = aged.filter(({ reason }) => reason !== 'check-soon');
const ended = endedFigures(reference, today);
const typed = faultsOfTexts(readTexts(join(import.meta.dirname, '..')), reference);

for (const { key, reason } of late) console.error(`${key}: ${reason}`);
for (const key of ended) console.error(`${key}: has ended, with nothing after it`);
for (const fault of typed) console.error(fault);
const faults = late.length + ended.length + typed.length;
if (soon.length > 0) {
  console.log(
    `Warning: look up again what was checked more than ${String(warnAfterDays)} days ago: ${soon.map(({ key }) => key).join(', ')}`,
  );
}
console.log(
  `figures of the law on ${today}: ${String(faults)} faults, ${String(soon.length)} to check soon`,
);
process.exitCode = faults === 0 ? 0 : 1;
