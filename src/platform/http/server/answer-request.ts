import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { explainProblem, makePage } from './make-page.ts';
import { plainPage } from './plain-page.ts';
import { readBody } from './read-body.ts';
import { isPlainHost, readTarget, type Target } from './request-target.ts';
import type { Site } from './server-options.ts';

/** `gone` when the client left, or was cut off, before its request was whole. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'too-large'; readonly answer: Answer }
  | { readonly kind: 'gone' };

const methods = new Set(['GET', 'HEAD', 'POST']);

/** Finds the answer to one request: health, a file, a page, or what is wrong with it. */
export async function answerRequest(
  site: Site,
  request: IncomingMessage,
  id: string,
): Promise<Outcome> {
  const target = readTarget(request.url ?? '');
  if (!target || !isPlainHost(request.headers.host)) {
    return done(await explainProblem(site, request, id, 'bad-address', 400));
  }
  if (!methods.has(request.method ?? '')) return done(notThatMethod(site));
  return heldAnswer(site, request, target.path) ?? answerPage(site, request, id, target);
}

/** The answer that needs no page: the health check, or a file. */
function heldAnswer(site: Site, request: IncomingMessage, path: string): Outcome | undefined {
  const held = path === '/healthz' ? healthAnswer(site) : site.files.get(path);
  if (!held) return undefined;
  return done(request.method === 'POST' ? notThatMethod(site) : held);
}

async function answerPage(
  site: Site,
  request: IncomingMessage,
  id: string,
  { path, search }: Target,
): Promise<Outcome> {
  const url = path + search;
  if (request.method === 'POST') return answerForm(site, request, id, url);
  return done(await makePage(site, request, id, { method: 'GET', url }));
}

async function answerForm(
  site: Site,
  request: IncomingMessage,
  id: string,
  url: string,
): Promise<Outcome> {
  const read = await readBody(request);
  if (read.kind === 'gone') return read;
  if (read.kind === 'too-large') {
    return { kind: 'too-large', answer: await explainProblem(site, request, id, 'too-large', 413) };
  }
  return done(await makePage(site, request, id, { method: 'POST', url, body: read.body }));
}

const done = (answer: Answer): Outcome => ({ kind: 'answer', answer });

const notThatMethod = (site: Site): Answer => plainPage(405, site.lastWords('bad-address'));

function healthAnswer(site: Site): Answer {
  const health = site.health();
  return {
    status: health.ok ? 200 : 503,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: Buffer.from(`${JSON.stringify(health)}\n`),
  };
}
