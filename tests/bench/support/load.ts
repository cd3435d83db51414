import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onCore } from './cores.ts';

/** What to ask a server for: the paths in turn, over so many connections, for so long. */
export type Load = {
  readonly port: number;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
  /** Who asks, for pages that are not for everybody. */
  readonly cookie?: string;
};
/** How long each answer took, in milliseconds. */
export type Loaded = { readonly waits: readonly number[]; readonly seconds: number };

export type LoadClient = {
  readonly load: (load: Load) => Promise<Loaded>;
  readonly stop: () => void;
};

/** Starts a client on core 1. */
export function openLoadClient(): LoadClient {
  const script = join(import.meta.dirname, 'load-client.ts');
  const [program, args] = onCore(1, process.execPath, [script]);
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    load: (load) =>
      new Promise((resolve, reject) => {
        const broke = () => reject(new Error('The load client broke'));
        child.once('exit', broke);
        child.once('message', (loaded: Loaded) => {
          child.off('exit', broke);
          resolve(loaded);
        });
        child.send(load);
      }),
    stop: () => child.kill(),
  };
}
