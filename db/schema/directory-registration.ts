import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag } from './columns.ts';
import { ofServiceAtLocation } from './directory.ts';

/** Childcare registered with Ofsted or a childminder agency: SI 2007/3490, schedule 1. */
export const registration = sqliteTable(
  'registration',
  {
    serviceAtLocationId: ofServiceAtLocation().primaryKey(),
    urn: text('urn').notNull(),
    registeredWith: text('registered_with', { enum: ['ofsted', 'agency'] })
      .notNull()
      .default('ofsted'),
    agencyName: text('agency_name'),
    /** As the source writes them; the service's kind is derived from both. */
    ofstedType: text('ofsted_type').notNull(),
    ofstedSubtype: text('ofsted_subtype'),
    registeredOn: text('registered_on'),
    /** The combination as the source writes it, beside the three flags it stands for. */
    registers: text('registers'),
    onEarlyYearsRegister: flag('on_early_years_register'),
    onCompulsoryRegister: flag('on_compulsory_register'),
    onVoluntaryRegister: flag('on_voluntary_register'),
    /** Null when not said; the source writes 0 or nothing. */
    places: integer('places'),
    /** Where a childminder works. */
    caresIn: text('cares_in', { mode: 'json' }).$type<
      readonly ('own-home' | 'child-home' | 'other-domestic' | 'non-domestic')[]
    >(),
    /** Times of care as registered, such as `overnight`, `weekends`. */
    carePeriods: text('care_periods', { mode: 'json' }).$type<readonly string[]>(),
  },
  (table) => [uniqueIndex('registration_urn').on(table.urn)],
);

/** What the registration is bound by, in the register's words. */
export const registrationCondition = sqliteTable(
  'registration_condition',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    text: text('text').notNull(),
  },
  (table) => [index('registration_condition_of').on(table.serviceAtLocationId)],
);

/** How many children of which ages may be cared for, by register. Bands overlap. */
export const registeredAgeBand = sqliteTable(
  'registered_age_band',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    fromMonths: integer('from_months').notNull(),
    toMonths: integer('to_months').notNull(),
    most: integer('most'),
    register: text('register', { enum: ['early-years', 'compulsory', 'voluntary'] }),
  },
  (table) => [index('registered_age_band_of').on(table.serviceAtLocationId)],
);

/** A step against or out of the register, and its day: schedule 1, paragraph 1(o). */
export const registrationStep = sqliteTable(
  'registration_step',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    step: text('step', {
      enum: ['notice-to-cancel', 'cancelled', 'suspended', 'removed-at-own-request'],
    }).notNull(),
    takenOn: text('taken_on').notNull(),
  },
  (table) => [index('registration_step_of').on(table.serviceAtLocationId)],
);

type Standards = Readonly<
  Partial<
    Record<
      'inclusion' | 'curriculum' | 'achievement' | 'behaviour' | 'welfare' | 'leadership',
      'exceptional' | 'strong' | 'expected' | 'needs-attention' | 'urgent-improvement'
    >
  >
>;

/** Outcomes as published. Each framework has its own scale: never one column for two. */
export const inspection = sqliteTable(
  'inspection',
  {
    id: text('id').primaryKey(),
    serviceAtLocationId: ofServiceAtLocation(),
    framework: text('framework', {
      enum: [
        'report-card',
        'early-years',
        'no-children-on-roll',
        'out-of-school',
        'childcare-register',
      ],
    }).notNull(),
    number: text('number'),
    visitType: text('visit_type'),
    inspectedOn: text('inspected_on').notNull(),
    overallGrade: integer('overall_grade'),
    educationGrade: integer('education_grade'),
    behaviourGrade: integer('behaviour_grade'),
    developmentGrade: integer('development_grade'),
    leadershipGrade: integer('leadership_grade'),
    safeguardingEffective: integer('safeguarding_effective', { mode: 'boolean' }),
    /** A report card's areas (from 10 November 2025) → its standard. */
    standards: text('standards', { mode: 'json' }).$type<Standards>(),
    /** `Met`, `Not Met (with actions)`…: the overall outcome where there is no grade. */
    compliance: text('compliance'),
    compulsoryRegisterCompliance: text('compulsory_register_compliance'),
    voluntaryRegisterCompliance: text('voluntary_register_compliance'),
    reportUrl: text('report_url'),
  },
  (table) => [index('inspection_of').on(table.serviceAtLocationId, table.inspectedOn)],
);
