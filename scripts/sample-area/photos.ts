import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Place } from './place.ts';

type Photos = NonNullable<SampleDetails['photos']>;

const pictures = {
  room: 'A drawing of a playroom with a round rug, a low shelf of blocks and a tall window.',
  garden: 'A drawing of a garden with a sand pit, a small slide and two trees.',
  hall: 'A drawing of a bright hall with floor markings and a stack of soft shapes.',
  nook: 'A drawing of a reading corner with cushions, a lamp and a shelf of books.',
} as const;
type Picture = keyof typeof pictures;

const fitting: Readonly<Record<string, readonly (readonly Picture[])[]>> = {
  nursery: [['room', 'garden'], ['room'], ['garden', 'nook'], ['room', 'garden', 'nook']],
  preschool: [['hall'], ['hall', 'garden']],
  'out-of-school': [['hall'], ['garden'], ['hall', 'nook']],
  'other-childcare': [['hall']],
  childminder: [['nook'], ['garden'], ['nook', 'garden']],
  'domestic-childcare': [['room', 'garden']],
};

/** Drawings of our own in place of photos: no real room is shown as a made-up one. */
export function photosOf({ row, random }: Place): Photos {
  const shown = random('photos').pick(fitting[row.kind] ?? [[]]);
  return shown.map((name) => ({ path: `/sample/${name}.svg`, alt: pictures[name] }));
}
