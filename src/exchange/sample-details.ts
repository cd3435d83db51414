import { z } from 'zod';
import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import { contactKinds } from '#directory/provider.ts';
import { audienceKeys, outcomeKeys, serviceKinds } from '#directory/taxonomy.ts';
import { daysAgo, sampleAges, sampleOffer } from './sample-offer.ts';
import { sampleRegister } from './sample-register.ts';

const inclusionKey = z.string().refine((text): boolean => isInclusionKey(text));

/** A home: without a name it has no consent, without an address consent to its name alone. */
const home = z.strictObject({
  outward: z.string(),
  /** Of a postcode in the district, to two decimals: latitude, longitude. */
  about: z.tuple([z.number(), z.number()]),
  name: z.string().optional(),
  address: z.strictObject({ line: z.string(), town: z.string(), postcode: z.string() }).optional(),
  withdrew: z.literal(true).optional(),
});

const contact = z.strictObject({
  kind: z.enum(contactKinds),
  value: z.string(),
  label: z.string().optional(),
  /** The council has it, and does not publish it. */
  unpublished: z.literal(true).optional(),
});

/** The answers of a place, keys by answer. */
const inclusion = z.strictObject({
  daysAgo,
  answers: z.partialRecord(z.enum(['yes', 'with-notice', 'no', 'ask-us']), z.array(inclusionKey)),
  notes: z.record(inclusionKey, z.string().max(200)),
});

/** What the sample area makes up about a place, beyond what an Ofsted file holds. */
const details = z.strictObject({
  urn: z.string(),
  home: home.optional(),
  /** When it last said that all is right; missing: it has told us nothing. */
  confirmed: daysAgo.optional(),
  /** What the council was told not to disclose, whatever was agreed before. */
  objects: z.array(z.enum(['name', 'address', 'contact'])).optional(),
  contacts: z.array(contact).optional(),
  description: z.string().max(500).optional(),
  directions: z.string().optional(),
  eligibility: z.string().optional(),
  howToAccess: z.string().optional(),
  forDisabledChildren: z.string().optional(),
  ages: sampleAges.optional(),
  alsoKinds: z.array(z.enum(serviceKinds)).optional(),
  outcomes: z.array(z.enum(outcomeKeys)).optional(),
  audiences: z.array(z.enum(audienceKeys)).optional(),
  /** Codes of `content/reference/spoken-languages.json`. */
  languages: z.array(z.string()).optional(),
  schools: z.array(z.strictObject({ urn: z.string(), name: z.string() })).optional(),
  photos: z.array(z.strictObject({ path: z.string(), alt: z.string() })).optional(),
  offer: sampleOffer.optional(),
  register: sampleRegister.optional(),
  inclusion: inclusion.optional(),
});

export const sampleDetails = z.array(details);
/** Days are counted back from the day of loading, so that the sample never looks old. */
export type SampleDetails = z.infer<typeof details>;
