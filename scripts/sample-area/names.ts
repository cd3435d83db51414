import type { Random } from './random.ts';

/** Made-up words only: none is the name of a place, a street, a person or a business we know of. */
const beginnings =
  'Thimble Pebble Tumble Inkle Otter Copper Bobbin Button Marble Lantern Nettle Dapple Ember Quill Toffee Whistle Pocket Kettle Mitten Waffle Zephyr Pickle Jingle Fiddle Saffron Sorrel';
const placeEndings = 'wick fold garth rigg stead nook holm perch bell berry ridge tree moss combe';
const streetEndings = 'loft spindle gather hatch way mead thatch lea skein gable';
/** The words that the made-up services of `services.csv` stand under. */
const inUse =
  'Marblerigg Lanternmoss Sorrelway Quillgate Copperstead Zephyrgarth Embernook Toffeeridge Otterbell Pickleholm Mittenfold Pebblecombe Wafflewick Jingleholm';
const roads = ['Road', 'Lane', 'Avenue', 'Street', 'Close', 'Grove'];

const combine = (endings: string): readonly string[] =>
  beginnings
    .split(' ')
    .flatMap((first) => endings.split(' ').map((last) => first + last))
    .filter((word) => !inUse.split(' ').includes(word));

const afterName: Readonly<Record<string, readonly string[]>> = {
  nursery: ['Nursery', 'Day Nursery', 'House Nursery', 'Nursery School'],
  preschool: ['Pre-school', 'Playgroup'],
  'out-of-school': ['After School Club', 'Breakfast and After School Club', 'Holiday Club'],
  'other-childcare': ['Study Club', 'Saturday Club'],
  childminder: ['Childminding', 'Little Ones', 'Childcare'],
  'home-childcarer': ['Home Childcare'],
  'domestic-childcare': ['Nursery at Home'],
};

export type PlaceName = { readonly word: string; readonly name: string };
export type Person = { readonly urn: string; readonly name: string };
export type Namer = ReturnType<typeof namer>;

/** Hands out names and streets, none of them twice. */
export function namer(random: Random) {
  const words = [...random.shuffle(combine(placeEndings))];
  const streets = [...random.shuffle(combine(streetEndings))];
  const persons = new Map<string, Person>();
  let phones = 0;
  const take = (from: string[]): string => {
    const word = from.pop();
    if (word === undefined) throw new Error('The made-up words have run out');
    return word;
  };
  return {
    /** The word stands for the place in its addresses: `thimblewick.example`. */
    place: (kind: string): PlaceName => {
      const word = take(words);
      return { word, name: `${word} ${random.pick(afterName[kind] ?? ['Childcare'])}` };
    },
    street: () => `${random.whole(1, 180)} ${take(streets)} ${random.pick(roads)}`,
    /**
     * Ofcom keeps 0161 496 0000 to 0999 for drama: they ring nowhere. From 0700 they are those of
     * `services.csv`.
     */
    phone: (): string => {
      if (phones === 700) throw new Error('The numbers have run out');
      phones += 1;
      return `0161 496 0${String(phones - 1).padStart(3, '0')}`;
    },
    /** Who is registered: places that share a real one share a made-up one. */
    person: (realUrn: string, word: string): Person => {
      const urn = `RPSAMPLE${String(persons.size + 1).padStart(3, '0')}`;
      const person = persons.get(realUrn) ?? { urn, name: `${word} Childcare Limited` };
      if (realUrn !== '') persons.set(realUrn, person);
      return person;
    },
  };
}
