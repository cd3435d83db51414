import type { LoadClient } from './load.ts';
import { cpuMilliseconds } from './process.ts';

/** A server under load, and what it is asked. */
export type Contender = {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly paths: readonly string[];
};
export type Pace = {
  readonly name: string;
  /** Pages a second, by round. */
  readonly rates: number[];
  /** Milliseconds of the server's own running for a page, by round. */
  readonly cpu: number[];
  /** How long each page took, in milliseconds. */
  readonly waits: number[];
};

const warmUp = 3000;
const turn = 1500;

/**
 * Loads each server in turn, over and over, so that whatever else the machine does falls on all
 * alike: only figures of the same round are to be compared.
 */
export async function measureInTurn(
  { load }: LoadClient,
  contenders: readonly Contender[],
  { connections, rounds }: { readonly connections: number; readonly rounds: number },
): Promise<readonly Pace[]> {
  const paces = contenders.map((contender) => ({
    ...{ contender, name: contender.name },
    ...{ rates: [] as number[], cpu: [] as number[], waits: [] as number[] },
  }));
  for (const { port, paths } of contenders)
    await load({ port, paths, connections, milliseconds: warmUp });
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, rates, cpu, waits } of paces) {
      const { pid, port, paths } = contender;
      const before = cpuMilliseconds(pid);
      const loaded = await load({ port, paths, connections, milliseconds: turn });
      const answered = loaded.waits.length;
      cpu.push((cpuMilliseconds(pid) - before) / answered);
      rates.push(answered / loaded.seconds);
      waits.push(...loaded.waits);
    }
  }
  return paces;
}
