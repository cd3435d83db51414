import { mayManageStaff } from '#accounts/may-manage-staff.ts';
import { managerOf } from '#casework/records/manager.ts';
import { staffWith, type CaseRight } from '#casework/staff-rights.ts';
import type { Actor } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { NavigationItem } from './navigation.ts';
import type { PageFrame } from './page-frame.ts';

type Place = {
  readonly path: string;
  readonly key: WordKey;
  /** Who finds it there: those with a right, managers, administrators, or everybody. */
  readonly for: CaseRight | 'manager' | 'admin' | 'all';
};

const places: readonly Place[] = [
  { path: '/staff', key: 'casework:queue.title', for: 'read' },
  { path: '/staff/quarantine', key: 'casework:quarantine.title', for: 'read' },
  { path: '/staff/undelivered', key: 'casework:undelivered.title', for: 'read' },
  { path: '/staff/proposals', key: 'asking:proposals.title', for: 'work' },
  { path: '/staff/complaints', key: 'records:complaints.title', for: 'work' },
  { path: '/staff/measures', key: 'insight:title', for: 'measures' },
  { path: '/staff/records', key: 'records:title', for: 'manager' },
  { path: '/staff/people', key: 'accounts:people.title', for: 'admin' },
  { path: '/find', key: 'site:navigation.find', for: 'all' },
  { path: '/staff/account', key: 'accounts:account.title', for: 'all' },
];

/** The staff area's main places that the reader may open, the one they are in marked. */
export function staffNavigation(
  { words, path, href }: PageFrame,
  actor: Actor,
): readonly NavigationItem[] {
  const [here = ''] = path.split('?');
  const mine = places.filter((place) => isFor(place, actor));
  const isWithin = ({ path: root }: Place) => here === root || here.startsWith(`${root}/`);
  const within = mine.filter(isWithin).toSorted((a, b) => b.path.length - a.path.length)[0];
  return mine.map((place) => ({
    text: words.t(place.key),
    href: href(place.path),
    current: here === place.path,
    active: place === within && here !== place.path,
  }));
}

function isFor({ for: whom }: Place, actor: Actor): boolean {
  if (whom === 'all') return true;
  if (whom === 'manager') return managerOf(actor).ok;
  return whom === 'admin' ? mayManageStaff(actor) : staffWith(whom, actor).ok;
}
