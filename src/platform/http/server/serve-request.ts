import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest, type Outcome } from './answer-request.ts';
import { logWhenClosed } from './access-log.ts';
import { plainPage } from './plain-page.ts';
import { announcesTooMuch } from './read-body.ts';
import { headerLines } from './security-headers.ts';
import { fitAnswer, send } from './send-answer.ts';
import type { Limits, Site } from './server-options.ts';

/** What every request of one server shares. */
export type Serving = {
  readonly site: Site;
  readonly security: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly isStopping: () => boolean;
};

/** Answers one request, whatever happens. `awaitsContinue`: it sends its body only once told to. */
export async function serveRequest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  awaitsContinue: boolean,
): Promise<void> {
  const { site, security, limits, isStopping } = serving;
  const id = site.newId();
  let bytes = 0;
  logWhenClosed(site.log, request, response, { id, bytes: () => bytes });
  if (awaitsContinue && !announcesTooMuch(request)) response.writeContinue();
  const outcome = await settle(site, request, id);
  if (outcome.kind === 'gone') return;
  const { status, headers, body } = outcome.answer;
  bytes = body.length;
  // A body that is still on its way must be taken in, or the client may never see the answer.
  const leftover = !request.complete;
  const lines = headerLines(headers, security);
  lines.push('x-request-id', id);
  if (leftover || outcome.kind === 'too-large' || isStopping()) lines.push('connection', 'close');
  send(request, response, { status, lines, body }, leftover ? limits.linger : undefined);
}

async function settle(site: Site, request: IncomingMessage, id: string): Promise<Outcome> {
  try {
    const outcome = await answerRequest(site, request, id);
    if (outcome.kind === 'gone') return outcome;
    return { ...outcome, answer: await fitAnswer(request, outcome.answer) };
  } catch (error) {
    site.log.error('request-broke', {
      id,
      error: error instanceof Error ? error.name : typeof error,
    });
    return { kind: 'answer', answer: plainPage(500, site.lastWords('unexpected')) };
  }
}
