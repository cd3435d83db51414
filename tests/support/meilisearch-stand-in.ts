import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from 'meilisearch';
import { z } from 'zod';
import { FilterError, type StoredDocument } from './meilisearch-stand-in-filter.ts';
import { searchBody, searchStandIn } from './meilisearch-stand-in-search.ts';

/**
 * A stand-in for a Meilisearch server, on this machine: the part of its protocol that we use, as its
 * documentation says, over plain lists. It is not Meilisearch: what it proves is that we keep to the
 * documentation, and that what we ask for means what we mean.
 */
export type MeilisearchStandIn = Awaited<ReturnType<typeof openMeilisearchStandIn>>;

/** What becomes of a request, as `POST /multi-search`: it is answered, after so long, or badly. */
export type Trouble =
  'none' | 'broken' | 'silent' | { readonly busyFor: number } | { readonly slowBy: number };

type Index = { readonly documents: Map<string, StoredDocument>; readonly settings: Settings };
type Task = { readonly uid: number; readonly type: string; readonly error: string | null };

const key = 'a key that the stand-in asks for';
/** What a new index is set to, of what we look at. */
const unset = {
  stopWords: [],
  synonyms: {},
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  searchableAttributes: ['*'],
  displayedAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  typoTolerance: { enabled: true, disableOnNumbers: false, disableOnAttributes: [] },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
  proximityPrecision: 'byWord',
  facetSearch: true,
  prefixSearch: 'indexingTime',
  localizedAttributes: null,
} as const;

export async function openMeilisearchStandIn() {
  const indexes = new Map<string, Index>();
  const tasks: Task[] = [];
  const requests: { readonly line: string; readonly body: string }[] = [];
  let troubleAt: (line: string) => Trouble = () => 'none';
  let keysAreGood = true;
  let failing: (type: string) => string | null = () => null;

  /** Every write is a task, and is done at once or fails whole. */
  const enqueue = (type: string, work: () => string | null) => {
    const uid = tasks.length;
    const error = failing(type) ?? work();
    tasks.push({ uid, type, error });
    return { taskUid: uid, indexUid: null, status: 'enqueued', type, enqueuedAt: now() };
  };

  const routes: readonly (readonly [
    RegExp,
    (parts: readonly string[], body: unknown) => unknown,
  ])[] = [
    [/^GET \/tasks\/(\d+)$/, ([uid]) => taskShown(tasks[Number(uid)])],
    [
      /^POST \/indexes$/,
      (_, body) => {
        const { uid } = z.object({ uid: z.string(), primaryKey: z.literal('id') }).parse(body);
        return enqueue('indexCreation', () => {
          if (indexes.has(uid)) return 'index_already_exists';
          indexes.set(uid, { documents: new Map(), settings: unset as unknown as Settings });
          return null;
        });
      },
    ],
    [
      /^DELETE \/indexes\/([\w-]+)$/,
      ([uid = '']) =>
        enqueue('indexDeletion', () => (indexes.delete(uid) ? null : 'index_not_found')),
    ],
    [
      /^GET \/indexes\/([\w-]+)\/stats$/,
      ([uid]) => ({
        numberOfDocuments: known(uid).documents.size,
        isIndexing: false,
        fieldDistribution: {},
      }),
    ],
    [/^GET \/indexes\/([\w-]+)\/settings$/, ([uid]) => known(uid).settings],
    [
      /^PATCH \/indexes\/([\w-]+)\/settings$/,
      ([uid = ''], body) =>
        enqueue('settingsUpdate', () => {
          const { documents, settings } = known(uid);
          indexes.set(uid, { documents, settings: { ...settings, ...(body as Settings) } });
          return null;
        }),
    ],
    [
      /^POST \/indexes\/([\w-]+)\/documents$/,
      ([uid], body) =>
        enqueue('documentAdditionOrUpdate', () => addAll(known(uid), z.array(stored).parse(body))),
    ],
    [
      /^POST \/indexes\/([\w-]+)\/documents\/delete-batch$/,
      ([uid], body) =>
        enqueue('documentDeletion', () => {
          for (const id of z.array(z.string()).parse(body)) known(uid).documents.delete(id);
          return null;
        }),
    ],
    [
      /^GET \/indexes\/([\w-]+)\/documents\?(.*)$/,
      ([uid, query]) => {
        const ids = new URLSearchParams(query).get('ids')?.split(',') ?? [];
        const results = ids.flatMap((id) => known(uid).documents.get(id) ?? []);
        return { results, offset: 0, limit: ids.length, total: results.length };
      },
    ],
    [/^POST \/swap-indexes$/, (_, body) => enqueue('indexSwap', () => swap(swaps.parse(body)))],
    [
      /^POST \/multi-search$/,
      (_, body) => ({
        results: z
          .object({ queries: z.array(searchBody) })
          .parse(body)
          .queries.map((query) => {
            const { documents, settings } = known(query.indexUid);
            return searchStandIn([...documents.values()], settings, query);
          }),
      }),
    ],
  ];

  const known = (uid = ''): Index => {
    const index = indexes.get(uid);
    if (index === undefined) throw new Refusal(404, 'index_not_found');
    return index;
  };
  const swap = ([
    {
      indexes: [one, other],
    },
  ]: z.infer<typeof swaps>): string | null => {
    const [first, second] = [indexes.get(one), indexes.get(other)];
    if (!first || !second) return 'index_not_found';
    indexes.set(one, second);
    indexes.set(other, first);
    return null;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`;
    const body = await bodyOf(request);
    requests.push({ line, body });
    const trouble = troubleAt(line);
    if (trouble === 'silent') return;
    if (trouble === 'broken') return reply(response, 500, problem('internal'));
    if (typeof trouble === 'object' && 'busyFor' in trouble) {
      response.setHeader('retry-after', String(trouble.busyFor));
      return reply(response, 503, problem('too_many_search_requests'));
    }
    if (typeof trouble === 'object') await pause(trouble.slowBy);
    if (!keysAreGood || request.headers.authorization !== `Bearer ${key}`) {
      return reply(response, 403, problem('invalid_api_key'));
    }
    try {
      reply(response, 200, answerTo(line, body === '' ? undefined : JSON.parse(body)));
    } catch (error) {
      const { status, code } = refusalOf(error);
      reply(response, status, problem(code));
    }
  };
  const answerTo = (line: string, body: unknown): unknown => {
    for (const [pattern, respond] of routes) {
      const found = pattern.exec(line);
      if (found) return respond(found.slice(1), body);
    }
    throw new Refusal(404, 'not_found');
  };

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    account: { url: `http://127.0.0.1:${port}`, key, index: 'fis' },
    requests,
    indexes,
    /** How many requests of a kind there were, such as `PATCH /indexes/fis/settings`. */
    count: (line: string): number => requests.filter((one) => one.line === line).length,
    /** What is to go wrong from now on. */
    trouble: (at: typeof troubleAt): void => {
      troubleAt = at;
    },
    /** The code with which tasks of a type are to fail from now on. */
    failTasks: (code: typeof failing): void => {
      failing = code;
    },
    refuseKeys: (): void => {
      keysAreGood = false;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const stored = z.record(z.string(), z.unknown());
const swaps = z.tuple([
  z.object({ indexes: z.tuple([z.string(), z.string()]), rename: z.literal(false) }),
]);

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

function refusalOf(error: unknown): { readonly status: number; readonly code: string } {
  if (error instanceof Refusal) return error;
  if (error instanceof FilterError) {
    return { status: 400, code: `invalid_search_filter: ${error.message}` };
  }
  return { status: 400, code: `bad_request: ${String(error)}` };
}

const validId = /^[A-Za-z0-9_-]{1,511}$/;
const validGeo = z
  .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
  .nullish();

/** One bad document fails all of them. */
function addAll({ documents }: Index, added: readonly StoredDocument[]): string | null {
  for (const document of added) {
    if (!validId.test(String(document.id))) return 'invalid_document_id';
    if (!validGeo.safeParse(document._geo).success) return 'invalid_document_geo_field';
  }
  for (const document of added) documents.set(String(document.id), document);
  return null;
}

const now = () => new Date().toISOString();
const problem = (code: string) => ({ message: code, code, type: 'invalid_request', link: '' });

function taskShown(task: Task | undefined) {
  if (task === undefined) throw new Refusal(404, 'task_not_found');
  const { uid, type, error } = task;
  const status = error === null ? 'succeeded' : 'failed';
  return { uid, type, status, error: error === null ? null : problem(error), enqueuedAt: now() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
