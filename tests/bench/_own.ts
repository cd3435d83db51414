import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import { pointAt } from '#platform/search/embedded/places.ts';
import { measure } from './search/measure.ts';
import { median, quantile } from './support/table.ts';
const s = await readSnapshot(process.argv[2] ?? '');
const points = []; for (let o = 0; o < s.count; o += 7) { const p = pointAt(s.places, o); if (p) points.push(p); }
const engine = openEmbeddedEngine(); engine.adopt(s);
for (let k = 0; k < 2; k++) for (const mix of ['words + 5 miles + 3 filters', 'browse 5 miles'] as const) {
  const [m] = await measure(mix, engine, [], points);
  if (m) console.log(mix, m.took.length, 'clock', median(m.took).toFixed(3), quantile(m.took, .99).toFixed(2), 'cpu', median(m.worked).toFixed(3), quantile(m.worked, .99).toFixed(2));
}
