import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const bin = '/usr/lib/postgresql/15/bin';

export type Postgres = {
  readonly client: pg.Client;
  /** Of the process that answers this client. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** PostgreSQL 15 as Debian has it, on a folder of its own; null where it is not installed. */
export async function startPostgres(): Promise<Postgres | null> {
  if (!existsSync(join(bin, 'initdb'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-pg-'));
  const owner = ownerOf(folder);
  const made = spawnSync(join(bin, 'initdb'), ['-D', folder, '-A', 'trust', '-U', 'bench'], owner);
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  const settings = Object.entries({
    ...{ listen_addresses: "''", unix_socket_directories: `'${folder}'`, shared_buffers: '1GB' },
    ...{ work_mem: '64MB', fsync: 'off', jit: 'off', max_parallel_workers_per_gather: '0' },
  }).flatMap(([name, value]) => ['-c', `${name}=${value.replaceAll("'", '')}`]);
  const server = spawn(join(bin, 'postgres'), ['-D', folder, ...settings], {
    ...owner,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const client = await connect(folder);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    client,
    pid: rows[0]?.pid ?? 0,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** It refuses to run as root: then it runs as the user that Debian made for it. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  chownSync(folder, uid, gid);
  return { uid, gid };
}

async function connect(host: string): Promise<pg.Client> {
  for (let turn = 0; turn < 100; turn += 1) {
    const client = new pg.Client({ host, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch {
      await wait(100);
    }
  }
  throw new Error('PostgreSQL did not start');
}
