import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { fieldSource } from '#db/schema/directory.ts';
import { inclusionAnswer, vacancy } from '#db/schema/directory-offer.ts';
import { directoryProposal } from '#db/schema/directory-proposal.ts';
import type { App } from '#platform/context.ts';
import { raiseDirectoryVersion } from './directory-version-store.ts';

const facts = {
  vacancy: z.object({ agesFrom: z.number(), agesTo: z.number(), places: z.number() }),
  inclusion: z.object({ attribute: z.string(), answer: z.enum(['yes', 'with-notice', 'no']) }),
};
/** A fact about a place: free places for ages in months, or an answer about inclusion. */
export type ProposedFact =
  | ({ readonly kind: 'vacancy' } & z.infer<typeof facts.vacancy>)
  | ({ readonly kind: 'inclusion' } & z.infer<typeof facts.inclusion>);
export type ProposalSource = (typeof directoryProposal.$inferSelect)['source'];

export type Proposal = {
  readonly id: string;
  readonly providerId: string;
  readonly fact: ProposedFact;
  readonly source: ProposalSource;
  /** London day on which it was said. */
  readonly saidOn: string;
};

/** Proposes a fact; the same fact that is still open is not proposed twice. */
export function insertProposal(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  { fact, ...about }: Omit<Proposal, 'id'>,
): void {
  const { kind, ...value } = fact;
  const same = listProposals(tx).some(
    (open) =>
      open.providerId === about.providerId && JSON.stringify(open.fact) === JSON.stringify(fact),
  );
  if (same) return;
  tx.insert(directoryProposal)
    .values({
      ...{ id: ctx.ids.id(), kind, value, ...about },
      proposedAt: ctx.clock.now().toISOString(),
    })
    .run();
}

const isOpen = isNull(directoryProposal.decidedAt);

/** What nobody has decided yet, oldest first. */
export const listProposals = (db: Reader): readonly Proposal[] =>
  db
    .select()
    .from(directoryProposal)
    .where(isOpen)
    .orderBy(asc(directoryProposal.proposedAt))
    .all()
    .map(({ id, providerId, kind, value, source, saidOn }) => ({
      ...{ id, providerId, source, saidOn },
      fact:
        kind === 'vacancy'
          ? { kind, ...facts.vacancy.parse(value) }
          : { kind, ...facts.inclusion.parse(value) },
    }));

/** Decides an open proposal; false when somebody has decided it already. */
export const decideProposal = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  id: string,
  decision: 'accepted' | 'refused',
  staffId: string,
): boolean =>
  tx
    .update(directoryProposal)
    .set({ decision, decidedBy: staffId, decidedAt: ctx.clock.now().toISOString() })
    .where(and(eq(directoryProposal.id, id), isOpen))
    .run().changes === 1;

/** Writes an accepted fact into the directory with its source and day; searches see it next. */
export function writeProposal(tx: Tx, ctx: Pick<App, 'ids'>, proposal: Proposal): void {
  const { providerId, fact, saidOn } = proposal;
  if (fact.kind === 'vacancy') writeVacancy(tx, ctx, providerId, fact, saidOn);
  else writeInclusion(tx, providerId, fact, saidOn);
  const group = fact.kind === 'vacancy' ? 'vacancies' : 'inclusion';
  const said = { source: 'provider', asAt: saidOn } as const;
  tx.insert(fieldSource)
    .values({ serviceAtLocationId: providerId, fieldGroup: group, ...said })
    .onConflictDoUpdate({
      target: [fieldSource.serviceAtLocationId, fieldSource.fieldGroup],
      set: said,
    })
    .run();
  raiseDirectoryVersion(tx, [providerId]);
}

/** What was said of the same ages before gives way. */
function writeVacancy(
  tx: Tx,
  ctx: Pick<App, 'ids'>,
  serviceAtLocationId: string,
  { agesFrom, agesTo, places }: z.infer<typeof facts.vacancy>,
  asAt: string,
): void {
  const ages = { agesFromMonths: agesFrom, agesToMonths: agesTo };
  tx.delete(vacancy)
    .where(
      and(
        eq(vacancy.serviceAtLocationId, serviceAtLocationId),
        eq(vacancy.agesFromMonths, agesFrom),
        eq(vacancy.agesToMonths, agesTo),
      ),
    )
    .run();
  tx.insert(vacancy)
    .values({ id: ctx.ids.id(), serviceAtLocationId, ...ages, places, asAt })
    .run();
}

function writeInclusion(
  tx: Tx,
  serviceAtLocationId: string,
  { attribute, answer }: z.infer<typeof facts.inclusion>,
  confirmedOn: string,
): void {
  const said = { answer, note: null, confirmedOn, source: 'provider' } as const;
  tx.insert(inclusionAnswer)
    .values({ serviceAtLocationId, attribute, ...said })
    .onConflictDoUpdate({
      target: [inclusionAnswer.serviceAtLocationId, inclusionAnswer.attribute],
      set: said,
    })
    .run();
}
