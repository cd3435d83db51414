import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { milliseconds, type Row } from '../support/table.ts';

/** Milliseconds and bytes; each measured in a process of its own. */
type Built = {
  readonly reading: number;
  readonly building: number;
  /** Of processor, the collector's threads included. */
  readonly buildingWork: number;
  readonly bytes: number;
  readonly most: number;
};
type Read = {
  readonly reading: number;
  readonly resident: number;
  /** Until a changed place is found: the first ones, and with nearly 400 beside the finished index. */
  readonly changed: readonly [first: number, last: number];
};

export const indexColumns = [
  ...['places', 'build from documents', 'processor', 'reading those', 'most memory of the build'],
  ...['typed arrays', 'read from the file', 'resident then'],
  ...['a change, until found', 'the 400th'],
];

/** Builds the index of so many places into `file`, and says what it took and what it takes. */
export function measureIndex(places: number, file: string): Row {
  const built = run('build-index.ts', [String(places), file]) as Built;
  const read = run('read-index.ts', [String(places), file]) as Read;
  return [
    places.toLocaleString('en-GB'),
    ...[
      seconds(built.building),
      seconds(built.buildingWork),
      seconds(built.reading),
      megabytes(built.most),
    ],
    ...[megabytes(built.bytes), milliseconds(read.reading), megabytes(read.resident)],
    ...read.changed.map(milliseconds),
  ];
}

function run(script: string, args: readonly string[]): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
