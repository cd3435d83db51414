import type accounts from '#content/locales/en/accounts.json';
import type asking from '#content/locales/en/asking.json';
import type brokerage from '#content/locales/en/brokerage.json';
import type caseFile from '#content/locales/en/caseFile.json';
import type casework from '#content/locales/en/casework.json';
import type checker from '#content/locales/en/checker.json';
import type directory from '#content/locales/en/directory.json';
import type entitlements from '#content/locales/en/entitlements.json';
import type guidance from '#content/locales/en/guidance.json';
import type insight from '#content/locales/en/insight.json';
import type journey from '#content/locales/en/journey.json';
import type mail from '#content/locales/en/mail.json';
import type models from '#content/locales/en/models.json';
import type price from '#content/locales/en/price.json';
import type problems from '#content/locales/en/problems.json';
import type providers from '#content/locales/en/providers.json';
import type queue from '#content/locales/en/queue.json';
import type records from '#content/locales/en/records.json';
import type site from '#content/locales/en/site.json';

type Rooms = {
  accounts: typeof accounts;
  asking: typeof asking;
  brokerage: typeof brokerage;
  caseFile: typeof caseFile;
  casework: typeof casework;
  checker: typeof checker;
  directory: typeof directory;
  entitlements: typeof entitlements;
  guidance: typeof guidance;
  insight: typeof insight;
  journey: typeof journey;
  mail: typeof mail;
  models: typeof models;
  price: typeof price;
  problems: typeof problems;
  providers: typeof providers;
  queue: typeof queue;
  records: typeof records;
  site: typeof site;
};

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<K extends string> = K extends `${infer Base}_${PluralForm}` ? Base : K;
type Keys<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Keys<T[K]>}`;
}[keyof T & string];

export const wordRooms = [
  'accounts',
  'asking',
  'brokerage',
  'caseFile',
  'casework',
  'checker',
  'directory',
  'entitlements',
  'guidance',
  'insight',
  'journey',
  'mail',
  'models',
  'price',
  'problems',
  'providers',
  'queue',
  'records',
  'site',
] as const satisfies readonly (keyof Rooms)[];

/** A key of the English catalogue, such as `directory:find.title`: a wrong one does not compile. */
export type WordKey = { [R in keyof Rooms]: `${R}:${Keys<Rooms[R]>}` }[keyof Rooms];
