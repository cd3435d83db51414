import { placeOf, type Place, type Room } from './module-place.ts';
import type { Import } from './read-imports.ts';

/** A forbidden arrow, with the reason that a person needs to mend it. */
export type ForbiddenArrow = Import & { readonly reason: string };

type Rule = {
  readonly reason: string;
  readonly forbids: (from: Place, to: Place, found: Import) => boolean;
};

/** Which rooms a room may use: only those upstream of it, so that there is never a circle. */
const standsOn: Readonly<Record<Room, readonly Room[]>> = {
  accounts: [],
  entitlements: [],
  directory: ['entitlements'],
  guidance: ['directory', 'entitlements'],
  exchange: ['directory', 'entitlements'],
  brokerage: ['directory', 'entitlements'],
  casework: ['brokerage', 'directory', 'entitlements'],
  providers: ['casework', 'brokerage', 'directory', 'entitlements'],
  insight: ['casework', 'brokerage', 'directory', 'entitlements'],
};

const isOneOf = (place: Place, ...kinds: readonly Place['kind'][]) => kinds.includes(place.kind);
const isShipped = (place: Place) => !isOneOf(place, 'script', 'test', 'tool', 'package');
const isScreen = (place: Place) => isOneOf(place, 'page', 'layout', 'component');
const isDb = (place: Place) => isOneOf(place, 'db', 'db-schema');
const isStore = (place: Place) => place.kind === 'room' && place.file === 'store';
const isPure = (place: Place) =>
  place.kind === 'room' && ['noun', 'form', 'view'].includes(place.file);
const isPackage = (place: Place, names: RegExp) =>
  place.kind === 'package' && names.test(place.name);

const sqlPackages = /^(?:drizzle-orm|better-sqlite3)(?:\/|$)/;
/** Not `node:crypto`: a digest is as pure as a sum. */
const doesInputOrOutput =
  /^(?:node:(?!crypto$)|drizzle-orm|better-sqlite3|nodemailer|meilisearch|better-auth)/;

/** What a rule cannot see is right, with the reason. */
const exceptions: readonly (Pick<Import, 'from' | 'to'> & { readonly why: string })[] = [
  {
    from: 'src/accounts/staff-auth.ts',
    to: 'db/schema/accounts.ts',
    why: 'better-auth is its own store, and is given its tables',
  },
];
const isException = ({ from, to }: Import) =>
  exceptions.some((known) => known.from === from && known.to === to);

/** The directions of the house. Composition (compose.ts, middleware.ts) may use anything. */
export const rules: readonly Rule[] = [
  {
    reason: 'src/ holds rooms, platform and screens; a file elsewhere belongs to nobody.',
    forbids: (from, to) => from.kind === 'nowhere' || to.kind === 'nowhere',
  },
  {
    reason: 'What ships must not lean on what only tests or tools need.',
    forbids: (from, to) => isShipped(from) && isOneOf(to, 'test', 'script'),
  },
  {
    reason:
      'The whole is put together in one place, by whoever starts it; its parts are given what they need.',
    forbids: (from, to) =>
      isShipped(from) && from.kind !== 'composition' && to.kind === 'composition',
  },
  {
    reason:
      'The database is the floor: it knows the shape of what it keeps, and none of the code above it.',
    forbids: (from, to, { typeOnly }) =>
      isDb(from) && !typeOnly && !isDb(to) && !isOneOf(to, 'package', 'content'),
  },
  {
    reason: 'The platform carries every room, so it cannot lean on one.',
    forbids: (from, to) => from.kind === 'platform' && to.kind === 'room',
  },
  {
    reason: 'Rooms and platform do not know which screens show them.',
    forbids: (from, to) => isOneOf(from, 'room', 'platform') && isScreen(to),
  },
  {
    reason:
      'A room uses only rooms upstream of it, so that each can be understood, and changed, without those below.',
    forbids: (from, to) =>
      from.kind === 'room' &&
      to.kind === 'room' &&
      from.room !== to.room &&
      !standsOn[from.room].includes(to.room),
  },
  {
    reason:
      'A component turns props into HTML; a page fetches for it. It may name the type of what it shows.',
    forbids: (from, to, { typeOnly }) =>
      from.kind === 'component' && (isDb(to) || isStore(to) || (to.kind === 'room' && !typeOnly)),
  },
  {
    reason: 'A component or layout does not know which page it is on.',
    forbids: (from, to) =>
      (isOneOf(from, 'layout', 'component') && to.kind === 'page') ||
      (from.kind === 'component' && to.kind === 'layout'),
  },
  {
    reason:
      'A page asks a use case, which decides who may see what; reading a store or the database goes round it.',
    forbids: (from, to) => isOneOf(from, 'page', 'layout') && (isDb(to) || isStore(to)),
  },
  {
    reason: 'Tables are known to stores, so that a change of schema stays in one file.',
    forbids: (from, to) =>
      to.kind === 'db-schema' &&
      isShipped(from) &&
      !isStore(from) &&
      !isDb(from) &&
      !isOneOf(from, 'platform', 'composition'),
  },
  {
    reason: 'SQL stays in stores, so that the rest can be read without it.',
    forbids: (from, to) =>
      from.kind === 'room' && from.file !== 'store' && isPackage(to, sqlPackages),
  },
  {
    reason: 'Only whoever starts the process opens the database; others are given it.',
    forbids: (from, to, { typeOnly }) => from.kind === 'room' && to.kind === 'db' && !typeOnly,
  },
  {
    reason:
      'Pure rules (nouns, forms, views) decide from what they are given; they read and write nothing.',
    forbids: (from, to, { typeOnly }) =>
      isPure(from) && !typeOnly && (isPackage(to, doesInputOrOutput) || isStore(to) || isDb(to)),
  },
  {
    reason:
      'Below the pages nothing knows the framework, so that it can be tested, and replaced, without it.',
    forbids: (from, to, { typeOnly }) =>
      isOneOf(from, 'room', 'platform') && !typeOnly && isPackage(to, /^astro(?:[:/]|$)/),
  },
  {
    reason: 'Staff sign-in is heavy and secret; only its room may load it.',
    forbids: (from, to) =>
      isShipped(from) &&
      !(from.kind === 'room' && from.room === 'accounts') &&
      isPackage(to, /^(?:better-auth|@better-auth)(?:\/|$)/),
  },
];

/** The imports that the house forbids, each with the first reason that applies. */
export function forbiddenArrows(imports: readonly Import[]): readonly ForbiddenArrow[] {
  return imports.flatMap((found) => {
    const from = placeOf(found.from);
    if (from.kind === 'composition' || isException(found)) return [];
    const broken = rules.find(({ forbids }) => forbids(from, placeOf(found.to), found));
    return broken ? [{ ...found, reason: broken.reason }] : [];
  });
}
