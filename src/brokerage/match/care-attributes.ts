import type { InclusionKey } from '#directory/inclusion-vocabulary.ts';
import { careTasks, type Family } from '../family.ts';

type Task = (typeof careTasks)[number];

/** What a place would have to offer for each care task. */
const attributeFor: Readonly<Record<Task, InclusionKey>> = {
  'tube-feeding': 'tube_feeding',
  seizures: 'epilepsy',
  breathing: 'airway_care',
  allergy: 'allergy_autoinjector',
  diabetes: 'diabetes',
  medicines: 'gives_medicine',
  toileting: 'personal_care',
  moving: 'hoist',
};

/** What the children's care calls for, each once. */
export const careAttributes = ({ children }: Pick<Family, 'children'>): readonly InclusionKey[] =>
  careTasks
    .filter((task) => children.some(({ tasks }) => tasks.includes(task)))
    .map((task) => attributeFor[task]);
