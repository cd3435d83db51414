import { reportCardStandards, type ReportCardStandard } from '#directory/inspection.ts';
import type { SampleRegister } from '#exchange/sample-register.ts';
import type { Place } from './place.ts';

type ReportCard = NonNullable<SampleRegister['reportCard']>;

/** How many of each kind have been inspected since the report cards began. */
const shares: Readonly<Record<string, number>> = {
  nursery: 0.4,
  preschool: 0.4,
  childminder: 0.18,
};
/** Where most areas of one card lie: 0 exceptional, 4 urgent improvement. */
const middles = [0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4];

/** The newest inspection of some places on the Early Years Register; others keep their old grades. */
export function reportCardOf({ row, onEarlyYears, random }: Place): ReportCard | null {
  const draw = random('report card');
  if (!onEarlyYears || !draw.chance(shares[row.kind] ?? 0)) return null;
  const middle = draw.pick(middles);
  const near = (): ReportCardStandard => {
    const at = middle + draw.pick([-1, 0, 0, 0, 0, 0, 0, 1]);
    return reportCardStandards[Math.min(Math.max(at, 0), 4)] ?? 'expected';
  };
  return {
    number: `S${300000 + row.index}`,
    daysAgo: draw.whole(20, 372),
    safeguardingMet: middle < 4,
    standards: {
      inclusion: near(),
      curriculum: near(),
      achievement: near(),
      behaviour: near(),
      welfare: near(),
      leadership: near(),
    },
  };
}
