import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { flag } from './columns.ts';
import { ofServiceAtLocation } from './directory.ts';

export const contact = sqliteTable(
  'contact',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    kind: text('kind', { enum: ['phone', 'email', 'website', 'fax', 'social'] }).notNull(),
    value: text('value').notNull(),
    /** Who answers, such as "Bookings"; never a person's name. */
    label: text('label'),
    isPublic: integer('is_public', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [index('contact_of').on(table.serviceAtLocationId)],
);

export const schedule = sqliteTable(
  'schedule',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    /** ISO weekday, 1 Monday to 7 Sunday. */
    day: integer('day').notNull(),
    /** London times, `HH:MM`. */
    opens: text('opens').notNull(),
    closes: text('closes').notNull(),
    term: text('term', { enum: ['term-time', 'holidays', 'all-year', 'not-said'] })
      .notNull()
      .default('not-said'),
    /** What the session is called, such as "Breakfast club". */
    session: text('session'),
    /** Funded hours may be used then: schedule 1, paragraph 1(m)(iv). */
    isFunded: flag('is_funded'),
  },
  (table) => [
    index('schedule_of').on(table.serviceAtLocationId),
    check('schedule_day', sql`${table.day} between 1 and 7`),
  ],
);

export const costOption = sqliteTable(
  'cost_option',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    unit: text('unit', { enum: ['hour', 'session', 'day', 'week', 'month', 'visit'] }).notNull(),
    /** 0 is free. */
    pence: integer('pence').notNull(),
    /** How many hours that buys; null when not said. */
    hours: real('hours'),
    /** What the price buys, in the provider's words. */
    label: text('label'),
    includes: text('includes'),
    agesFromMonths: integer('ages_from_months'),
    agesToMonths: integer('ages_to_months'),
  },
  (table) => [index('cost_option_of').on(table.serviceAtLocationId)],
);

export const vacancy = sqliteTable(
  'vacancy',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    agesFromMonths: integer('ages_from_months').notNull(),
    agesToMonths: integer('ages_to_months').notNull(),
    /** ISO weekday; null for any day. */
    day: integer('day'),
    places: integer('places').notNull(),
    /** The first day a child could start; null for now. */
    freeFrom: text('free_from'),
    asAt: text('as_at').notNull(),
  },
  (table) => [index('vacancy_of').on(table.serviceAtLocationId)],
);

/** Funded hours offered under one scheme of `content/reference/funded-schemes.json`. */
export const fundedPlace = sqliteTable(
  'funded_place',
  {
    serviceAtLocationId: ofServiceAtLocation(),
    scheme: text('scheme').notNull(),
    /** Hours a week in term time; null when not said. */
    hoursAWeek: real('hours_a_week'),
    /** Fewer hours over more weeks. */
    isStretched: integer('is_stretched', { mode: 'boolean' }),
    note: text('note'),
  },
  (table) => [primaryKey({ columns: [table.serviceAtLocationId, table.scheme] })],
);

/** Languages the staff speak: codes of `content/reference/spoken-languages.json`. */
export const spokenLanguage = sqliteTable(
  'spoken_language',
  { serviceAtLocationId: ofServiceAtLocation(), language: text('language').notNull() },
  (table) => [primaryKey({ columns: [table.serviceAtLocationId, table.language] })],
);

/** A school that children are taken to or picked up from. */
export const schoolRun = sqliteTable(
  'school_run',
  {
    serviceAtLocationId: ofServiceAtLocation(),
    /** Its number at GIAS where it is known, else its name. */
    school: text('school').notNull(),
    schoolName: text('school_name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceAtLocationId, table.school] })],
);

export const photo = sqliteTable(
  'photo',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    /** A file of the site, never somebody else's address. */
    path: text('path').notNull(),
    alt: text('alt').notNull(),
    position: integer('position').notNull().default(0),
  },
  (table) => [index('photo_of').on(table.serviceAtLocationId)],
);

export const inclusionAnswer = sqliteTable(
  'inclusion_answer',
  {
    serviceAtLocationId: ofServiceAtLocation(),
    /** A key of `content/reference/inclusion-attributes.json`. */
    attribute: text('attribute').notNull(),
    answer: text('answer', { enum: ['yes', 'with-notice', 'no', 'ask-us'] }).notNull(),
    note: text('note'),
    confirmedOn: text('confirmed_on').notNull(),
    source: text('source', { enum: ['provider', 'council-visit', 'health', 'sample'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceAtLocationId, table.attribute] }),
    check('inclusion_answer_note_length', sql`length(${table.note}) <= 200`),
  ],
);
