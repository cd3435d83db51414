import { council } from './services-places.ts';
import type { ServiceRow } from './services-table.ts';

const guide = {
  kind: 'publication',
  organisation: council,
  description: 'Sixteen pages: what there is for families from pregnancy to 19, and who to ask.',
  how_to_access: 'From any family hub or library, on the website, or by post: call us.',
  cost: 'free',
  for_disabled_children: 'There is an easy read version, and one in large print.',
} as const;

/** What there is to read. */
export const inventedPublications: readonly ServiceRow[] = [
  {
    ...{ service_id: 'family-guide-en', name: 'Your family, your area', ...guide },
    ...{ language: 'en', website: 'https://sample-council.example/family-guide' },
  },
  {
    ...{ service_id: 'family-guide-pl', name: 'Twoja rodzina, twoja okolica', ...guide },
    ...{ language: 'pl', website: 'https://sample-council.example/family-guide-pl' },
  },
  {
    ...{ service_id: 'family-guide-ur', name: 'آپ کا خاندان، آپ کا علاقہ', ...guide },
    ...{ language: 'ur', website: 'https://sample-council.example/family-guide-ur' },
  },
  {
    service_id: 'visiting-a-nursery',
    kind: 'publication',
    name: 'Visiting a nursery or childminder: what to look for',
    organisation: council,
    description: 'A page of questions to take with you, with room for notes.',
    how_to_access: 'On the website, to print at home.',
    cost: 'free',
    website: 'https://sample-council.example/visiting',
  },
  {
    service_id: 'more-help-at-nursery',
    kind: 'publication',
    name: 'More help at nursery: for parents of children with special needs',
    organisation: 'Pickleholm Advice',
    description:
      'Who does what, the money that nurseries can ask for, and how to say what you need.',
    how_to_access:
      'On the website, or by post: call us. Also as a film with British Sign Language.',
    cost: 'free',
    website: 'https://pickleholm-advice.example/nursery',
    for_disabled_children: 'For parents of disabled children.',
  },
  {
    service_id: 'easy-meals',
    kind: 'publication',
    name: 'Thirty meals for a fiver: a cookery book by local families',
    organisation: 'Embernook Community',
    description: 'Recipes from seven countries, with pictures for each step.',
    how_to_access: 'At Mittenfold Family Hub, or by post.',
    cost: '£3.50',
    website: 'https://embernook-community.example/meals',
  },
];
