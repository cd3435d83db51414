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
import { flag, maybe } from './columns.ts';

/** Who answers for a service: the registered person, a school, the council, a charity. */
export const organisation = sqliteTable('organisation', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** A registered person's URN at Ofsted, a school's at GIAS. */
  reference: text('reference'),
  /** A person rather than a body: a sole trader's own name. */
  isPerson: flag('is_person'),
  /** Where it is different from the premises: address and postcode on one line. */
  address: text('address'),
  website: text('website'),
  email: text('email'),
  phone: text('phone'),
  source: text('source').notNull(),
  asAt: text('as_at').notNull(),
});

/** What is offered to families, wherever it takes place. */
export const service = sqliteTable(
  'service',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').references(() => organisation.id),
    /** Null when it may not be published. */
    name: text('name'),
    /** The term of `content/reference/service-taxonomy.json` that families look under. */
    kind: text('kind').notNull(),
    description: text('description'),
    /** Who may use it, and how one gets in; null when anybody may. */
    eligibility: text('eligibility'),
    howToAccess: text('how_to_access'),
    /** Of particular benefit to disabled children, in the provider's words. */
    forDisabledChildren: text('for_disabled_children'),
    agesFromMonths: integer('ages_from_months'),
    agesToMonths: integer('ages_to_months'),
    isFree: maybe('is_free'),
    /** Free early years provision: section 7 of the Childcare Act 2006, or working parents'. */
    freeEarlyYears: maybe('free_early_years'),
    /** Pence. */
    deposit: integer('deposit'),
    /** What is charged on top, such as nappies and trips. */
    extras: text('extras'),
    meals: text('meals'),
    /** Adults to children, as the place says it. */
    ratio: text('ratio'),
    waitingList: text('waiting_list', { enum: ['open', 'closed', 'none'] }),
  },
  (table) => [index('service_organisation').on(table.organisationId)],
);

/** A place, or `virtual` for what is done by phone or online. */
export const location = sqliteTable(
  'location',
  {
    id: text('id').primaryKey(),
    /** Of the building, where it has one of its own: a family hub, a library. */
    name: text('name'),
    type: text('type', { enum: ['physical', 'virtual'] })
      .notNull()
      .default('physical'),
    premises: text('premises', { enum: ['non-domestic', 'domestic', 'home'] }).notNull(),
    addressLine1: text('address_line_1'),
    addressLine2: text('address_line_2'),
    addressLine3: text('address_line_3'),
    town: text('town'),
    postcode: text('postcode'),
    outwardPostcode: text('outward_postcode'),
    /** Parliamentary constituency: where it is, for places with no postcode. */
    areaName: text('area_name'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    /** `area`: rounded to about 1 km. */
    pointPrecision: text('point_precision', { enum: ['postcode', 'area', 'none'] })
      .notNull()
      .default('none'),
    wardCode: text('ward_code'),
    wardName: text('ward_name'),
    authority: text('authority').notNull(),
    /** Buses, stops, parking, in words. */
    directions: text('directions'),
  },
  (table) => [
    index('location_outward').on(table.outwardPostcode),
    check(
      'location_home_address_is_not_kept',
      sql`${table.premises} = 'non-domestic' or (
        ${table.postcode} is null and ${table.addressLine1} is null and ${table.addressLine2} is null
        and ${table.addressLine3} is null and ${table.pointPrecision} <> 'postcode')`,
    ),
  ],
);

/**
 * One service at one place: what families find, and what everything below belongs to. Two
 * registrations at one address are two of these.
 */
export const serviceAtLocation = sqliteTable(
  'service_at_location',
  {
    /** Safe in an address: `ey492543`. */
    id: text('id').primaryKey(),
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id, { onDelete: 'cascade' }),
    locationId: text('location_id')
      .notNull()
      .references(() => location.id),
    /** Who the record comes from (`ofsted`, `gias`…), and the day that source speaks for. */
    source: text('source').notNull(),
    asAt: text('as_at').notNull(),
    /** Of what the source said: the same again is no change. */
    sourceDigest: text('source_digest'),
    /** The day the provider or the council last said that all is right. */
    confirmedOn: text('confirmed_on'),
    /** The day of the first file it was missing from; null while it is there. */
    leftOn: text('left_on'),
    /** The council's own decision not to show it; no import touches this. */
    optedOut: flag('opted_out'),
    /** The provider told the council not to disclose these (SI 2007/3490 reg 2(2)(b)). */
    hidesName: flag('hides_name'),
    hidesAddress: flag('hides_address'),
    hidesContact: flag('hides_contact'),
    /** The source hides what should be public (a refuge, anonymity, no consent): never shown. */
    withheld: flag('withheld'),
    isSample: flag('is_sample'),
  },
  (table) => [
    index('service_at_location_service').on(table.serviceId),
    index('service_at_location_location').on(table.locationId),
    index('service_at_location_source').on(table.source),
  ],
);

export const ofServiceAtLocation = () =>
  text('service_at_location_id')
    .notNull()
    .references(() => serviceAtLocation.id, { onDelete: 'cascade' });

/** What a childminder or home setting agreed to have published. Consent withdrawn: the row goes. */
export const consentedHome = sqliteTable('consented_home', {
  serviceAtLocationId: ofServiceAtLocation().primaryKey(),
  name: text('name'),
  addressLine1: text('address_line_1'),
  addressLine2: text('address_line_2'),
  addressLine3: text('address_line_3'),
  town: text('town'),
  /** Null: the name may be published, the address not. */
  postcode: text('postcode'),
  latitude: real('latitude'),
  longitude: real('longitude'),
  source: text('source').notNull(),
  asAt: text('as_at').notNull(),
});

/**
 * Groups of facts that someone other than the record's own source answers for, and consents. An
 * import leaves these groups alone.
 */
export const fieldSource = sqliteTable(
  'field_source',
  {
    serviceAtLocationId: ofServiceAtLocation(),
    fieldGroup: text('field_group', {
      enum: [
        ...(['name', 'address', 'contact', 'places', 'ages', 'description', 'hours'] as const),
        ...(['costs', 'vacancies', 'funding', 'inclusion', 'languages', 'photos'] as const),
      ],
    }).notNull(),
    /** `ofsted` only where it speaks for a consent. */
    source: text('source', { enum: ['provider', 'council', 'sample', 'ofsted', 'gias'] }).notNull(),
    asAt: text('as_at').notNull(),
    /** Whether it may be published, where that is somebody's to say. */
    consent: text('consent', { enum: ['given', 'withdrawn'] }),
  },
  (table) => [primaryKey({ columns: [table.serviceAtLocationId, table.fieldGroup] })],
);

/**
 * What a service is besides its kind: further kinds, the Every Child Matters outcomes it serves,
 * whom it especially welcomes. Terms are keys of `content/reference`.
 */
export const serviceTerm = sqliteTable(
  'service_term',
  {
    serviceId: text('service_id')
      .notNull()
      .references(() => service.id, { onDelete: 'cascade' }),
    taxonomy: text('taxonomy', { enum: ['kind', 'outcome', 'audience'] }).notNull(),
    term: text('term').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.taxonomy, table.term] })],
);

/** Something to read or watch: SI 2007/3490, schedule 2, paragraph 2. */
export const publication = sqliteTable('publication', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').references(() => organisation.id),
  title: text('title').notNull(),
  description: text('description'),
  /** How one gets it. */
  howToGet: text('how_to_get'),
  website: text('website'),
  /** Pence; 0 is free, null not said. */
  cost: integer('cost'),
  /** A language code. */
  language: text('language').notNull().default('en'),
  forDisabledChildren: text('for_disabled_children'),
  source: text('source').notNull(),
  asAt: text('as_at').notNull(),
});

/** One row, raised in the transaction of every change to the directory: caches watch it. */
export const directoryVersion = sqliteTable('directory_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
});

/**
 * What each version changed: the outbox of the search indexes. A row without a place says that more
 * changed than is listed.
 */
export const directoryChange = sqliteTable(
  'directory_change',
  {
    id: integer('id').primaryKey(),
    version: integer('version').notNull(),
    serviceAtLocationId: text('service_at_location_id'),
  },
  ({ version }) => [index('directory_change_version').on(version)],
);
