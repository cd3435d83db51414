import { expect, test } from 'vitest';
import { blocksOf, sectionsOf } from '#guidance/article-blocks.ts';
import { splitArticle } from '#guidance/split-article.ts';

const body = `First words.

![A nursery](/guidance/nursery.svg)

## One

- a
- b

### Deeper

1. c
2. d

## Two

> {letter:date}
>
> Dear {letter:provider}`;

test('a body becomes blocks in their order', () => {
  expect(blocksOf(body)).toEqual([
    { kind: 'paragraph', text: 'First words.' },
    { kind: 'picture', alt: 'A nursery', src: '/guidance/nursery.svg' },
    { kind: 'heading', level: 2, text: 'One' },
    { kind: 'list', ordered: false, items: ['a', 'b'] },
    { kind: 'heading', level: 3, text: 'Deeper' },
    { kind: 'list', ordered: true, items: ['c', 'd'] },
    { kind: 'heading', level: 2, text: 'Two' },
    { kind: 'letter', paragraphs: ['{letter:date}', 'Dear {letter:provider}'] },
  ]);
});

test('sections gather what stands under each heading, and what stands before the first', () => {
  const sections = sectionsOf(blocksOf(body));
  expect(sections.map(({ heading }) => heading)).toEqual([undefined, 'One', 'Two']);
  expect(sections.map(({ blocks }) => blocks.length)).toEqual([2, 3, 1]);
  expect(sectionsOf(blocksOf('## Alone\n\nWords.'))).toEqual([
    { heading: 'Alone', blocks: [{ kind: 'paragraph', text: 'Words.' }] },
  ]);
  expect(sectionsOf([])).toEqual([]);
});

test('fields are read as texts, lists, numbers and truths, and a file without them is a bug', () => {
  const file =
    "---\ntitle: 'If you''re new: start'\nages: [-9, 215]\nrelated: []\nok: true\n---\n\nHi.\n";
  expect(splitArticle(file)).toEqual({
    front: { title: "If you're new: start", ages: [-9, 215], related: [], ok: true },
    body: 'Hi.',
  });
  expect(() => splitArticle('Hi.')).toThrow('no fields');
});
