/**
 * `npm run bench`: pages per second and waits of the built site, in a process of its own, with the
 * sample area. The client runs beside it on the same machine, so the figures are a floor.
 */
import { Agent, get } from 'node:http';
import { startSite } from '../support/site.ts';

const seconds = 5;
const pages = [
  '/',
  '/find?near=M33+2DH&within=5&inclusion=hoist',
  '/find?near=M33',
  '/provider/sample0157',
  '/ask',
];

const site = await startSite();
try {
  console.log('page, connections, pages/s, p50 ms, p99 ms, bytes (br)');
  for (const path of pages) {
    await load(path, 1, 1);
    for (const connections of [1, 32]) await measure(path, connections);
  }
} finally {
  await site.stop();
}

async function measure(path: string, connections: number): Promise<void> {
  const { waits, bytes } = await load(path, connections, seconds);
  waits.sort((a, b) => a - b);
  const at = (share: number) => (waits[Math.floor(waits.length * share)] ?? 0).toFixed(1);
  const rate = Math.round(waits.length / seconds);
  console.log([path, connections, rate, at(0.5), at(0.99), bytes].join(', '));
}

async function load(path: string, connections: number, duration: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waits: number[] = [];
  let bytes = 0;
  const end = performance.now() + duration * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      bytes = await fetchOnce(path, agent);
      waits.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return { waits, bytes };
}

function fetchOnce(path: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br' };
    get(`${site.url}${path}`, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path} answered ${String(response.statusCode)}`));
      });
    }).on('error', reject);
  });
}
