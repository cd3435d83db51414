/** Points as `[longitude, latitude]`. */
export type Line = readonly (readonly [number, number])[];

/**
 * A line without the points that lie closer than `detail` degrees to the line without them
 * (Ramer–Douglas–Peucker), rounded to four decimals: about 10 metres.
 */
export function simplify(line: Line, detail: number): Line {
  const keep = new Set([0, line.length - 1]);
  const stack: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [first, last] = span;
    const far = farthest(line, first, last);
    if (far.distance <= detail) continue;
    keep.add(far.index);
    stack.push([first, far.index], [far.index, last]);
  }
  const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return line
    .filter((_, index) => keep.has(index))
    .map(([longitude, latitude]) => [round(longitude), round(latitude)]);
}

function farthest(line: Line, first: number, last: number) {
  const found = { index: first, distance: 0 };
  const start = line[first];
  const end = line[last];
  if (!start || !end) return found;
  for (let index = first + 1; index < last; index += 1) {
    const point = line[index];
    const distance = point ? distanceToSegment(point, start, end) : 0;
    if (distance > found.distance) Object.assign(found, { index, distance });
  }
  return found;
}

type Point = readonly [number, number];

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}
