import { inclusionAttributes, type InclusionKey } from '#directory/inclusion-vocabulary.ts';
import type { Random } from './random.ts';

export type Answers = Partial<Record<InclusionKey, 'yes' | 'with-notice' | 'no' | 'ask-us'>>;

/** Out of 100 places that answer: how many say yes, and how many "with notice". The rest say no. */
const rates: Readonly<Record<InclusionKey, readonly [yes: number, withNotice: number]>> = {
  step_free_entrance: [62, 8],
  step_free_inside: [55, 4],
  wide_doors: [58, 0],
  turning_space: [45, 6],
  lift: [8, 0],
  accessible_parking: [40, 10],
  drop_off: [70, 8],
  accessible_toilet: [52, 0],
  changing_places: [1, 0],
  older_child_changing: [18, 14],
  hoist: [4, 3],
  specialist_seating: [9, 18],
  adjustable_table: [14, 10],
  equipment_storage: [40, 30],
  charging: [45, 20],
  quiet_room: [58, 8],
  sensory_room: [34, 4],
  low_sensory: [38, 22],
  high_contrast: [14, 14],
  hearing_loop: [6, 12],
  secure_site: [88, 0],
  makaton: [46, 10],
  bsl: [6, 4],
  picture_exchange: [38, 16],
  visual_timetable: [64, 12],
  aac_device: [12, 22],
  /** Answered by the languages that its staff speak. */
  languages_spoken: [0, 0],
  easy_read_info: [18, 26],
  gives_medicine: [86, 6],
  tube_feeding: [3, 9],
  epilepsy: [22, 26],
  diabetes: [14, 28],
  allergy_autoinjector: [74, 12],
  oxygen: [1, 3],
  airway_care: [0, 1],
  special_diet: [36, 28],
  health_plan: [68, 12],
  senco: [76, 0],
  one_to_one: [16, 40],
  small_groups: [48, 8],
  personal_care: [52, 18],
  settling_in: [90, 4],
  works_with_therapists: [62, 20],
  experience: [58, 0],
  training: [50, 0],
  ehcp_experience: [38, 0],
  daf_senif: [44, 10],
  outdoor_accessible: [40, 8],
  transport: [14, 8],
  inclusive_outings: [52, 16],
};

/** Rarer in a home. */
const seldomAtHome = new Set<InclusionKey>([
  'lift',
  'hoist',
  'changing_places',
  'accessible_toilet',
  'hearing_loop',
  'sensory_room',
  'airway_care',
]);

/** The answers of one place: some that tell have never answered, some in part, some nearly all. */
export function answersOf(isHome: boolean, random: Random, atLeast: number): Answers {
  const share = Math.max(atLeast, random.pick([0, 0.3, 0.3, 0.5, 0.7, 0.9, 0.95, 1]));
  const answers: Answers = {};
  for (const { key } of inclusionAttributes) {
    if (!random.chance(share)) continue;
    const [yes, withNotice] = rates[key];
    const draw = random.whole(1, 100);
    if (random.chance(0.05)) answers[key] = 'ask-us';
    else if (isHome && seldomAtHome.has(key)) answers[key] = 'no';
    else answers[key] = draw <= yes ? 'yes' : draw <= yes + withNotice ? 'with-notice' : 'no';
  }
  return answers;
}

const noticeNotes = [
  'Tell us two weeks before so that we can get ready.',
  'We need about four weeks to arrange this.',
  'Talk to us first about what your child needs.',
];
const trainingNotes = [
  'We ask your health visitor or nurse to train us first.',
  'Two of us are trained again each year: tell us a month before.',
];
const trained = new Set<InclusionKey>([
  'tube_feeding',
  'epilepsy',
  'diabetes',
  'allergy_autoinjector',
  'oxygen',
  'airway_care',
]);

/** The note beside an answer, where there is one. */
export function noteOf(key: InclusionKey, answer: string, random: Random): string | null {
  if (answer !== 'with-notice' || random.chance(0.5)) return null;
  return random.pick(trained.has(key) ? trainingNotes : noticeNotes);
}
