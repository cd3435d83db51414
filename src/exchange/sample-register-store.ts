import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import {
  inspection,
  registeredAgeBand,
  registration,
  registrationCondition,
  registrationStep,
} from '#db/schema/directory-registration.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { insertAll } from './sample-insert-store.ts';
import type { SamplePlace } from './sample-known-store.ts';
import type { SampleRegister } from './sample-register.ts';

type Registered = { readonly id: string; readonly register: SampleRegister };

/** Ofsted's first report cards: none is older. */
const firstReportCard = '2025-11-10';

/** Adds what the register says beyond Ofsted's file; `today` is the ISO day they count back from. */
export function saveSampleRegister(tx: Tx, places: readonly SamplePlace[], today: string): void {
  const registered = places.flatMap(({ id, details: { register } }) =>
    register ? [{ id, register }] : [],
  );
  for (const { id, register } of registered) saveCare(tx, id, register);
  insertAll(tx, registrationCondition, registered.flatMap(conditionsOf));
  insertAll(tx, registeredAgeBand, registered.flatMap(ageBandsOf));
  insertAll(
    tx,
    registrationStep,
    registered.flatMap((one) => stepsOf(one, today)),
  );
  insertAll(
    tx,
    inspection,
    registered.flatMap((one) => reportCardOf(one, today)),
  );
}

function saveCare(tx: Tx, id: string, { caresIn, carePeriods }: SampleRegister): void {
  if (caresIn === undefined && carePeriods === undefined) return;
  tx.update(registration)
    .set({ caresIn, carePeriods })
    .where(eq(registration.serviceAtLocationId, id))
    .run();
}

const own = (id: string, part: string, at: number) => ({
  id: `${id}-${part}-${at + 1}`,
  serviceAtLocationId: id,
});

const conditionsOf = ({ id, register: { conditions = [] } }: Registered) =>
  conditions.map((text, at) => ({ ...own(id, 'condition', at), text }));

const ageBandsOf = ({ id, register: { ageBands = [] } }: Registered) =>
  ageBands.map(({ ages, most, register }, at) => ({
    ...own(id, 'band', at),
    ...{ fromMonths: ages.from, toMonths: ages.to, most, register },
  }));

const stepsOf = ({ id, register: { steps = [] } }: Registered, today: string) =>
  steps.map(({ step, daysAgo }, at) => ({
    ...own(id, 'step', at),
    ...{ step, takenOn: addDays(today, -daysAgo) },
  }));

function reportCardOf({ id, register: { reportCard } }: Registered, today: string) {
  if (reportCard === undefined) return [];
  const { number, daysAgo, safeguardingMet, standards } = reportCard;
  const day = addDays(today, -daysAgo);
  const facts = { framework: 'report-card' as const, number, standards };
  return [
    {
      ...own(id, 'report-card', 0),
      ...facts,
      inspectedOn: day < firstReportCard ? firstReportCard : day,
      safeguardingEffective: safeguardingMet,
    },
  ];
}
