import { agedFigures, endedFigures, warnAfterDays } from '../src/entitlements/aged-figures.ts';
import { readReference } from '../src/entitlements/read-reference.ts';
import { londonDay } from '../src/platform/calendar/london-time.ts';
import { systemClock } from '../src/platform/clock.ts';

const reference = readReference();
const today = londonDay(systemClock.now());
const aged = agedFigures(reference, today);
const soon = aged.filter(({ reason }) => reason === 'check-soon');
const late = aged.filter(({ reason }) => reason !== 'check-soon');
const ended = endedFigures(reference, today);

for (const { key, reason } of late) console.error(`${key}: ${reason}`);
for (const key of ended) console.error(`${key}: has ended, with nothing after it`);
if (soon.length > 0) {
  console.log(
    `Warning: look up again what was checked more than ${String(warnAfterDays)} days ago: ${soon.map(({ key }) => key).join(', ')}`,
  );
}
console.log(
  `figures of the law on ${today}: ${String(late.length + ended.length)} faults, ${String(soon.length)} to check soon`,
);
process.exitCode = late.length + ended.length === 0 ? 0 : 1;
