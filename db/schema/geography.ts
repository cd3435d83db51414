import { index, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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

/** Wards, localities and towns by name, each with the middle of its postcodes. */
export const placeName = sqliteTable(
  'place_name',
  {
    /** The name as it is compared: folded, without punctuation. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: ['ward', 'locality', 'authority'] }).notNull(),
    latitude: real('latitude').notNull(),
    longitude: real('longitude').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.type] })],
);

/** Schools by their number at GIAS, for pick-ups and for the directory's own school records. */
export const school = sqliteTable(
  'school',
  {
    urn: text('urn').primaryKey(),
    name: text('name').notNull(),
    /** As compared: folded, without punctuation. */
    key: text('key').notNull(),
    postcode: text('postcode'),
    authority: text('authority').notNull(),
    agesFromYears: real('ages_from_years'),
    agesToYears: real('ages_to_years'),
  },
  (table) => [index('school_key').on(table.key)],
);
