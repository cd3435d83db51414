import { staffRoles, type StaffRole } from '#platform/context.ts';

export const whos = ['nobody', ...staffRoles] as const;
export type Who = (typeof whos)[number];
/** What a page is about: a request of one's own, another's, or none that is there. */
export type Found = 'own' | 'another' | 'unknown';

type Line = {
  /** Who may open it; everybody else who is signed in gets 403. */
  readonly for: readonly StaffRole[];
  /** Who may open it for a request that somebody else works on, if not all of these. */
  readonly ofOthers?: readonly StaffRole[];
  /** What they get when the request is there: 200 unless said. */
  readonly then?: number;
  /** What they get when it is not: 404 unless said. */
  readonly unknown?: number;
  /** What somebody gets who is not signed in: 303 to the door unless said. */
  readonly nobody?: number;
};
const workers = ['broker', 'inclusion', 'manager'] as const;
const work: Line = { for: workers };
const read: Line = { for: [...workers, 'read-only'] };
const manage: Line = { for: ['admin'] };
const everybody: Line = { for: staffRoles };
/** A step on the way in, for who is in already. */
const done: Line = { for: staffRoles, then: 303 };

/** Every page of the staff area, and who may open it. A new page needs a line here. */
export const lines: Readonly<Record<string, Line>> = {
  '/staff': read,
  '/staff/absence': work,
  '/staff/account': everybody,
  '/staff/account/password': everybody,
  '/staff/account/recovery-codes': everybody,
  '/staff/case/[reference]': read,
  // Without the places to ask there is nothing to show.
  '/staff/case/[reference]/ask': { ...work, then: 404 },
  '/staff/case/[reference]/ask/[provider]': work,
  '/staff/case/[reference]/call': work,
  '/staff/case/[reference]/close': work,
  '/staff/case/[reference]/complaint': work,
  '/staff/case/[reference]/contact': work,
  '/staff/case/[reference]/erase': work,
  '/staff/case/[reference]/export': work,
  '/staff/case/[reference]/hand-over': { ...work, ofOthers: ['manager'] },
  '/staff/case/[reference]/hold': { for: ['manager'] },
  '/staff/case/[reference]/link': work,
  '/staff/case/[reference]/merge': work,
  '/staff/case/[reference]/message': work,
  '/staff/case/[reference]/next': work,
  '/staff/case/[reference]/note': work,
  '/staff/case/[reference]/picture': { ...work, then: 404 },
  '/staff/case/[reference]/place': read,
  '/staff/case/[reference]/place/add': work,
  '/staff/case/[reference]/place/answer/[enquiry]': work,
  // No place has been chosen yet.
  '/staff/case/[reference]/place/confirm': { ...work, then: 409 },
  '/staff/case/[reference]/place/drop/[provider]': work,
  '/staff/case/[reference]/place/follow-up/[task]': { ...work, then: 404 },
  '/staff/case/[reference]/place/give-up': work,
  '/staff/case/[reference]/refer': work,
  '/staff/case/[reference]/referral/[id]': { ...work, then: 404 },
  '/staff/case/[reference]/summary': work,
  '/staff/case/[reference]/task': work,
  '/staff/code': done,
  '/staff/complaints': work,
  '/staff/enrol': done,
  '/staff/join': { ...everybody, then: 410, nobody: 410 },
  '/staff/join/[token]': { ...everybody, then: 404, nobody: 404 },
  '/staff/measures': work,
  '/staff/measures/download': work,
  '/staff/people': manage,
  '/staff/people/[id]': manage,
  '/staff/people/invite': manage,
  '/staff/proposals': work,
  '/staff/quarantine': read,
  '/staff/records': { for: ['manager'] },
  '/staff/recovery-codes': done,
  '/staff/report/[id]': { ...everybody, then: 404 },
  '/staff/sign-in': { ...everybody, nobody: 200 },
  '/staff/sign-out': { ...everybody, nobody: 200 },
  '/staff/undelivered': read,
};

/** What a page answers. */
export function answersOf(route: string, who: Who, found: Found): number {
  const line = lines[route];
  if (!line) return 0;
  if (who === 'nobody') return line.nobody ?? 303;
  if (!line.for.includes(who)) return 403;
  if (found === 'unknown') return line.unknown ?? 404;
  if (found === 'another' && line.ofOthers?.includes(who) === false) return 403;
  return line.then ?? 200;
}
