import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { explainProblem, makePage, originOf, pageFor, pageForAll } from './make-page.ts';
import { hasOwnCookie, pageKey } from './page-key.ts';
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
    const asked = pageFor(site, request, id, { method: 'GET', url: request.url ?? '/' });
    return done(await explainProblem(site, asked, 'bad-address', 400));
  }
  if (!methods.has(request.method ?? '')) return done(notThatMethod(site));
  return (
    heldAnswer(site, request, target.path) ??
    (request.method === 'POST'
      ? answerForm(site, request, id, target)
      : done(await answerPage(site, request, id, target)))
  );
}

/** The answer that needs no page: the health check, or a file. */
function heldAnswer(site: Site, request: IncomingMessage, path: string): Outcome | undefined {
  const held = path === '/healthz' ? healthAnswer(site) : site.files.get(path);
  if (!held) return undefined;
  return done(request.method === 'POST' ? notThatMethod(site) : held);
}

/** A page for everybody comes from the cache; any other is made for the one who asks. */
function answerPage(
  site: Site,
  request: IncomingMessage,
  id: string,
  target: Target,
): Promise<Answer> {
  const { cache, publicPages } = site;
  if (!cache || !publicPages?.has(target.path) || hasOwnCookie(request.headers)) {
    const url = target.path + target.search;
    return makePage(site, pageFor(site, request, id, { method: 'GET', url }));
  }
  const offered = publicPages.offered(request.headers['accept-language'], target.path);
  const key = pageKey(originOf(site, request), target, offered);
  return cache.answer(key.text, () => makePage(site, pageForAll(key, id)));
}

async function answerForm(
  site: Site,
  request: IncomingMessage,
  id: string,
  { path, search }: Target,
): Promise<Outcome> {
  const url = path + search;
  const read = await readBody(request);
  if (read.kind === 'gone') return read;
  const asked = pageFor(site, request, id, {
    method: 'POST',
    url,
    ...(read.kind === 'whole' && { body: read.body }),
  });
  if (read.kind === 'too-large')
    return { kind: 'too-large', answer: await explainProblem(site, asked, 'too-large', 413) };
  const answer = await makePage(site, asked);
  site.cache?.recheck();
  return done(answer);
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
