import { typedValue, type Typed } from '#platform/http/form.ts';
import { circumstancesFrom } from '../circumstances-address.ts';
import type { FamilyCircumstances } from '../circumstances.ts';
import { adultsOf, childrenOf, type SaidChild } from './questions.ts';
import { dayFrom } from './typed-days.ts';

type Said = Readonly<Record<string, string | null>>;

/** The family that the answers tell of; what is missing, or makes no sense, is "not sure". */
export function familyFrom(typed: Typed, today: string): FamilyCircumstances {
  const children = childrenOf(typed, today);
  const said: Said = {
    adults: String(adultsOf(typed).length),
    ...merged(children.map((child) => childSaid(typed, child))),
    ...merged(adultsOf(typed).map((adult) => adultSaid(typed, adult, children))),
    ...creditSaid.get(typedValue(typed, 'credit')),
    ...fundsSaid.get(typedValue(typed, 'funds')),
    ...useSaid(typed),
  };
  const params = Object.entries(said).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return circumstancesFrom(new URLSearchParams(params), today);
}

const merged = (said: readonly Said[]): Said =>
  Object.fromEntries(said.flatMap((one) => Object.entries(one)));

/** Of a baby that is due nobody knows yet what it needs: as of most children, nothing more. */
function childSaid(typed: Typed, { id, born, isDue }: SaidChild): Said {
  const values = typed[`needs-${id}`] ?? [];
  const isOpen = !isDue && (values.length === 0 || values.includes('not-sure'));
  const has = (value: string) => (values.includes(value) ? 'yes' : isOpen ? null : 'no');
  return {
    [`born-${id}`]: born,
    [`dla-${id}`]: has('dla'),
    [`plan-${id}`]: has('plan'),
    [`needs-${id}`]: has('extra'),
    [`care-${id}`]: isDue ? 'own' : typedValue(typed, `care-${id}`),
  };
}

function adultSaid(typed: Typed, adult: string, children: readonly SaidChild[]): Said {
  const work = typedValue(typed, `work-${adult}`);
  const day = dayFrom(typed, `starts-${adult}`);
  const waits = work === 'starting' || work === 'leave';
  return {
    [`work-${adult}`]: work,
    [`starts-${adult}`]: waits && day !== false ? day : null,
    [`leave-for-${adult}`]: work === 'leave' ? youngest(children) : null,
    ...named(earnSaid.get(typedValue(typed, `earn-${adult}`)), adult),
    ...named(studySaid.get(typedValue(typed, `study-${adult}`)), adult),
  };
}

const named = (said: Said | undefined, adult: string): Said =>
  Object.fromEntries(
    Object.entries(said ?? {}).map(([name, value]) => [`${name}-${adult}`, value]),
  );

const youngest = (children: readonly SaidChild[]): string | null =>
  children.reduce<SaidChild | null>(
    (found, child) => (found === null || child.born > found.born ? child : found),
    null,
  )?.id ?? null;

type Table = ReadonlyMap<string, Said>;
const table = (said: Readonly<Record<string, Said>>): Table => new Map(Object.entries(said));

const earnSaid = table({
  less: { earns: 'no', over: 'no' },
  enough: { earns: 'yes', over: 'no' },
  over: { earns: 'yes', over: 'yes' },
});
const studySaid = table({
  no: { student: 'no' },
  young: { student: 'school-or-college', under20: 'yes' },
  college: { student: 'school-or-college', under20: 'no' },
  university: { student: 'university' },
});
const creditSaid = table({
  low: { credit: 'yes', 'low-earnings': 'yes' },
  more: { credit: 'yes', 'low-earnings': 'no' },
  unknown: { credit: 'yes' },
  no: { credit: 'no', 'low-earnings': 'no' },
});
const fundsSaid = table({
  none: { 'no-recourse': 'no', asylum: 'no', 'low-income': 'no' },
  low: { 'no-recourse': 'yes', asylum: 'no', 'low-income': 'yes' },
  more: { 'no-recourse': 'yes', asylum: 'no', 'low-income': 'no' },
  asylum: { asylum: 'yes' },
});

/** Who was told that the code has run out had one. */
function useSaid(typed: Typed): Said {
  const values = typed['use'] ?? [];
  const isOpen = values.length === 0 || values.includes('not-sure');
  const stopped = values.includes('stopped') ? dayFrom(typed, 'stopped') : null;
  const has = (...wanted: readonly string[]) =>
    wanted.some((value) => values.includes(value)) ? 'yes' : isOpen ? null : 'no';
  return {
    vouchers: has('vouchers'),
    code: has('code', 'stopped'),
    stopped: stopped === false ? null : stopped,
  };
}
