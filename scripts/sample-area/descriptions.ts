import type { Random } from './random.ts';

const sentences: Readonly<Record<string, readonly (readonly string[])[]>> = {
  nursery: [
    [
      'A friendly nursery in a house with a big garden.',
      'A small nursery with three rooms and a covered play space outside.',
      'A busy nursery with a room for each age.',
    ],
    [
      'We go out every day, whatever the weather.',
      'Each child has one person who gets to know them and you.',
      'Children grow vegetables and help to cook them.',
    ],
    [
      'Come and look round before you decide.',
      'You can try two short visits before the first day.',
      'We have been going for more than ten years.',
    ],
  ],
  preschool: [
    [
      'A small pre-school in a community hall.',
      'A playgroup run by local parents and trained staff.',
    ],
    [
      'Children play, paint, sing and get ready for school.',
      'We spend half of each session outdoors.',
      'There are never more than 24 children at a time.',
    ],
    ['Come and stay for a morning to see if you like it.', 'We are open in term time.'],
  ],
  'out-of-school': [
    [
      'A club with games, crafts and sport.',
      'A relaxed club where children choose what to do.',
      'A club in a school hall, with a field to play on.',
    ],
    ['We play outside whenever it is dry.', 'Older children can do homework in a quiet corner.'],
    ['You can book by the day.', 'Places go quickly: ask early for September.'],
  ],
  childminder: [
    [
      'A home from home for a small group of children.',
      'Childcare in a family home with a garden.',
    ],
    [
      'We go to the park, the library and toddler groups.',
      'There is a calm routine, and time for a nap.',
      'Messy play, story time and plenty of fresh air.',
    ],
    [
      'I can be flexible with days.',
      'Come with your child and stay for a while first.',
      'I send a photo and a note each day.',
    ],
  ],
  'home-childcarer': [
    ['I look after children in your own home.'],
    ['I can start early or stay late.', 'I have cared for babies, toddlers and twins.'],
  ],
};

/** Two or three sentences as such a place might write them. */
export const descriptionOf = (kind: string, random: Random): string =>
  (
    sentences[kind === 'domestic-childcare' ? 'nursery' : kind] ?? [
      ['A club for children of school age.'],
    ]
  )
    .map((choices) => random.pick(choices))
    .join(' ');
