import { z } from 'zod';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { familySchema, unasked, type Family } from './family.ts';
import { allSlots } from './week.ts';

/** The shape of the first requests: one child, one text about what was tried. */
const first = z.object({
  language: z.string(),
  about: z.object({ relation: z.string(), name: z.string() }),
  contact: z.object({
    channel: z.enum(['email', 'phone']),
    email: z.string(),
    phone: z.string(),
    voicemail: z.boolean(),
    interpreter: z.boolean(),
    speaks: z.string(),
  }),
  child: z.object({ born: z.string() }),
  needs: z.object({ groups: z.array(z.enum(inclusionGroups)), text: z.string() }),
  times: z.object({ start: z.string(), slots: z.array(z.enum(allSlots)), notSure: z.boolean() }),
  place: z.object({ postcode: z.string(), miles: z.number() }),
  tried: z.object({ text: z.string() }),
  sharing: z.object({ share: z.enum(['all', 'times-only', 'ask-first']) }),
  cameFrom: z.object({ search: z.string(), providerId: z.string() }),
});

const relationOf = (was: string): Family['about']['relation'] =>
  was === 'expecting' || was === 'professional' ? was : was === 'carer' ? 'kinship' : 'parent';

const widened = first.transform((was): Family => {
  const { name } = was.about;
  const { voicemail, interpreter, ...contact } = was.contact;
  const { start, ...times } = was.times;
  return {
    ...{ ...unasked, language: was.language, wish: 'place', contact: { ...contact, name } },
    about: { relation: relationOf(was.about.relation) },
    reach: {
      ...unasked.reach,
      voicemail: voicemail ? 'yes' : 'no',
      help: interpreter ? ['interpreter'] : [],
    },
    children: [{ ...was.child, name: '', ...was.needs, plan: 'not-sure', tasks: [], care: '' }],
    start: start === '' ? { when: 'soon', month: '' } : { when: 'month', month: start },
    times: { ...unasked.times, ...times },
    place: { ...unasked.place, ...was.place },
    tried: was.tried.text === '' ? [] : [{ place: '', reason: 'other', words: was.tried.text }],
    sharing: { ...unasked.sharing, share: was.sharing.share },
    cameFrom: { ...was.cameFrom, shortlist: [] },
  };
});

/** A family as it was sealed, today or when requests were shorter. */
export const storedFamily: z.ZodType<Family> = z.union([familySchema, widened]);
