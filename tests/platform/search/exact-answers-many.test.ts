import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, worldOf } from './brute-force.ts';
import { engineOf } from './few-places.ts';
import { sampleDocuments, type Sample } from './sample-documents.ts';
import { parameters, queriesWith, someQuery } from './sample-queries.ts';

/** `RUNS=1000 npm test` asks more often. */
const runs = Number(process.env['RUNS'] ?? 25);
const samples = sampleDocuments(4000, 51);
const world = worldOf(
  Array.from({ length: 25 }, (_, turn) => samples.map((sample) => again(sample, turn))).flat(),
);
const documents = world.samples.map(({ document }) => document);

test('with 100,000 places, of which some came later, answers are those of a plain filter', () => {
  const engine = engineOf();
  engine.rebuild(documents.slice(0, -300));
  engine.remove(documents.slice(0, 100).map(({ id }) => id));
  engine.index(documents.slice(-300));
  engine.index(documents.slice(0, 100));
  const alone = parameters.flatMap((parameter) =>
    fc.sample(queriesWith([parameter]), { seed: 2, numRuns: Math.ceil(runs / 25) }),
  );
  let found = 0;
  for (const asked of [...alone, ...fc.sample(someQuery, { seed: 3, numRuns: runs })]) {
    const answer = engine.search(asked.query);
    expect(answer).toEqual(bruteForce(world, asked));
    if (answer.total > 0) found += 1;
  }
  expect(found).toBeGreaterThan(runs / 2);
}, 240_000);

/** The same document once more, a little further on. */
function again({ document, ...written }: Sample, turn: number): Sample {
  const { id, point } = document;
  const moved = point && { ...point, latitude: point.latitude + turn / 70 };
  return { document: { ...document, id: `${id} ${turn}`, point: moved }, ...written };
}
