import type { Random } from './random.ts';

/** Made-up words only: none is the name of a place, a street, a person or a business we know of. */
const beginnings =
  'Thimble Pebble Tumble Inkle Otter Copper Bobbin Button Marble Lantern Nettle Dapple Ember Quill Toffee Whistle Pocket Kettle Mitten Waffle Zephyr Pickle Jingle Fiddle Saffron Sorrel';
const placeEndings = 'wick fold garth rigg stead nook holm perch bell berry ridge tree moss combe';
const streetEndings = 'loft spindle gather hatch way mead thatch lea';
const roads = ['Road', 'Lane', 'Avenue', 'Street', 'Close', 'Grove'];

const combine = (endings: string): readonly string[] =>
  beginnings.split(' ').flatMap((first) => endings.split(' ').map((last) => first + last));

const afterName: Readonly<Record<string, readonly string[]>> = {
  nursery: ['Nursery', 'Day Nursery', 'House Nursery', 'Nursery School'],
  preschool: ['Pre-school', 'Playgroup'],
  'out-of-school': ['After School Club', 'Breakfast and After School Club', 'Holiday Club'],
  'other-childcare': ['Study Club', 'Saturday Club'],
  childminder: ['Childminding', 'Little Ones', 'Childcare'],
  'home-childcarer': ['Home Childcare'],
  'domestic-childcare': ['Nursery at Home'],
};

/** Hands out names and streets, none of them twice. */
export function namer(random: Random) {
  const words = [...random.shuffle(combine(placeEndings))];
  const streets = [...random.shuffle(combine(streetEndings))];
  const take = (from: string[]): string => {
    const word = from.pop();
    if (word === undefined) throw new Error('The made-up words have run out');
    return word;
  };
  return {
    /** The word stands for the place in its addresses: `thimblewick.example`. */
    place: (kind: string) => {
      const word = take(words);
      return { word, name: `${word} ${random.pick(afterName[kind] ?? ['Childcare'])}` };
    },
    street: () => `${random.whole(1, 180)} ${take(streets)} ${random.pick(roads)}`,
  };
}
