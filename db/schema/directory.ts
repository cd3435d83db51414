import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
const ofProvider = () =>
  text('provider_id')
    .notNull()
    .references(() => provider.id, { onDelete: 'cascade' });

/** One registration of childcare. Two registrations at one address are two providers. */
export const provider = sqliteTable(
  'provider',
  {
    /** Made from the URN, safe in an address: `ey492543`. */
    id: text('id').primaryKey(),
    urn: text('urn').notNull(),
    kind: text('kind', {
      enum: [
        'nursery',
        'preschool',
        'out-of-school',
        'childminder',
        'home-childcarer',
        'domestic-childcare',
        'other-childcare',
      ],
    }).notNull(),
    /** As the source writes them; `kind` is derived from both. */
    ofstedType: text('ofsted_type').notNull(),
    ofstedSubtype: text('ofsted_subtype'),
    premises: text('premises', { enum: ['non-domestic', 'domestic', 'home'] }).notNull(),
    /** Null when it may not be published. */
    name: text('name'),
    registeredOn: text('registered_on'),
    /** The combination as the source writes it, beside the three flags it stands for. */
    registers: text('registers'),
    onEarlyYearsRegister: flag('on_early_years_register'),
    onCompulsoryRegister: flag('on_compulsory_register'),
    onVoluntaryRegister: flag('on_voluntary_register'),
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
    pointPrecision: text('point_precision', { enum: ['postcode', 'outcode', 'none'] })
      .notNull()
      .default('none'),
    wardCode: text('ward_code'),
    wardName: text('ward_name'),
    authority: text('authority').notNull(),
    phone: text('phone'),
    email: text('email'),
    website: text('website'),
    description: text('description'),
    /** Null when not said; the source writes 0 or nothing. */
    places: integer('places'),
    agesFromMonths: integer('ages_from_months'),
    agesToMonths: integer('ages_to_months'),
    /** Who the row comes from (`ofsted`), and the day that source speaks for. */
    source: text('source').notNull(),
    asAt: text('as_at').notNull(),
    /** The day of the first file it was missing from; null while it is there. */
    leftOn: text('left_on'),
    /** The council's own decision not to show it; no import touches this. */
    optedOut: flag('opted_out'),
    /** The source hides what should be public (as for a refuge): never shown. */
    withheld: flag('withheld'),
    isSample: flag('is_sample'),
  },
  (table) => [
    uniqueIndex('provider_urn').on(table.urn),
    index('provider_authority').on(table.source, table.authority),
    check(
      'provider_home_address_is_not_kept',
      sql`${table.premises} = 'non-domestic' or (
        ${table.postcode} is null and ${table.addressLine1} is null and ${table.addressLine2} is null
        and ${table.addressLine3} is null and ${table.pointPrecision} <> 'postcode')`,
    ),
  ],
);

/**
 * Groups of facts that someone other than the provider's own source answers for. An import leaves
 * these alone.
 */
export const providerFieldSource = sqliteTable(
  'provider_field_source',
  {
    providerId: ofProvider(),
    fieldGroup: text('field_group', { enum: ['name', 'address', 'contact', 'places'] }).notNull(),
    source: text('source', { enum: ['provider', 'council', 'sample'] }).notNull(),
    asAt: text('as_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.providerId, table.fieldGroup] })],
);

/** Outcomes as published. Grades (1 to 4) and met / not met are two scales: never one column. */
export const inspection = sqliteTable(
  'inspection',
  {
    id: text('id').primaryKey(),
    providerId: ofProvider(),
    framework: text('framework', {
      enum: ['early-years', 'no-children-on-roll', 'childcare-register'],
    }).notNull(),
    number: text('number'),
    inspectedOn: text('inspected_on').notNull(),
    overallGrade: integer('overall_grade'),
    educationGrade: integer('education_grade'),
    behaviourGrade: integer('behaviour_grade'),
    developmentGrade: integer('development_grade'),
    leadershipGrade: integer('leadership_grade'),
    safeguardingEffective: integer('safeguarding_effective', { mode: 'boolean' }),
    /** `Met`, `Not Met (with actions)`…: the overall outcome where there is no grade. */
    compliance: text('compliance'),
    compulsoryRegisterCompliance: text('compulsory_register_compliance'),
    voluntaryRegisterCompliance: text('voluntary_register_compliance'),
    reportUrl: text('report_url'),
  },
  (table) => [index('inspection_provider').on(table.providerId, table.inspectedOn)],
);

export const schedule = sqliteTable(
  'schedule',
  {
    id: text('id').primaryKey(),
    providerId: ofProvider(),
    /** ISO weekday, 1 Monday to 7 Sunday. */
    day: integer('day').notNull(),
    /** London times, `HH:MM`. */
    opens: text('opens').notNull(),
    closes: text('closes').notNull(),
    term: text('term', { enum: ['term-time', 'all-year', 'not-said'] })
      .notNull()
      .default('not-said'),
  },
  (table) => [
    index('schedule_provider').on(table.providerId),
    check('schedule_day', sql`${table.day} between 1 and 7`),
  ],
);

export const costOption = sqliteTable(
  'cost_option',
  {
    id: text('id').primaryKey(),
    providerId: ofProvider(),
    unit: text('unit', { enum: ['hour', 'session', 'day', 'week'] }).notNull(),
    pence: integer('pence').notNull(),
    /** What the price buys, in the provider's words. */
    label: text('label'),
    agesFromMonths: integer('ages_from_months'),
    agesToMonths: integer('ages_to_months'),
  },
  (table) => [index('cost_option_provider').on(table.providerId)],
);

export const vacancy = sqliteTable(
  'vacancy',
  {
    id: text('id').primaryKey(),
    providerId: ofProvider(),
    agesFromMonths: integer('ages_from_months').notNull(),
    agesToMonths: integer('ages_to_months').notNull(),
    /** ISO weekday; null for any day. */
    day: integer('day'),
    places: integer('places').notNull(),
    asAt: text('as_at').notNull(),
  },
  (table) => [index('vacancy_provider').on(table.providerId)],
);

export const inclusionAnswer = sqliteTable(
  'inclusion_answer',
  {
    providerId: ofProvider(),
    /** A key of `content/reference/inclusion-attributes.json`. */
    attribute: text('attribute').notNull(),
    answer: text('answer', { enum: ['yes', 'with-notice', 'no', 'ask-us'] }).notNull(),
    note: text('note'),
    confirmedOn: text('confirmed_on').notNull(),
    source: text('source', { enum: ['provider', 'council-visit', 'health', 'sample'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.attribute] }),
    check('inclusion_answer_note_length', sql`length(${table.note}) <= 200`),
  ],
);

export const postcode = sqliteTable(
  'postcode',
  {
    /** Capitals without a space: `M333SY`. */
    key: text('key').primaryKey(),
    display: text('display').notNull(),
    outward: text('outward').notNull(),
    latitude: real('latitude').notNull(),
    longitude: real('longitude').notNull(),
    wardCode: text('ward_code'),
    wardName: text('ward_name'),
    lsoaCode: text('lsoa_code'),
    authorityCode: text('authority_code'),
    authorityName: text('authority_name'),
  },
  (table) => [index('postcode_outward').on(table.outward)],
);

/** What each import did; a refused file leaves no row, because it changed nothing. */
export const importReport = sqliteTable('import_report', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['postcodes', 'ofsted'] }).notNull(),
  fileName: text('file_name').notNull(),
  authority: text('authority'),
  asAt: text('as_at').notNull(),
  startedAt: text('started_at').notNull(),
  added: integer('added').notNull(),
  changed: integer('changed').notNull(),
  unchanged: integer('unchanged').notNull(),
  left: integer('left').notNull(),
  refused: integer('refused').notNull(),
  /** `{line, urn, reason}` of each refused row. */
  refusedRows: text('refused_rows', { mode: 'json' })
    .$type<readonly { line: number; subject: string; reason: string }[]>()
    .notNull(),
});

/** One row, raised in the transaction of every change to the directory: caches watch it. */
export const directoryVersion = sqliteTable('directory_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
});
