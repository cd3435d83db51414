import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest, type Outcome } from './answer-request.ts';
import { logWhenClosed } from './access-log.ts';
import { plainPage } from './plain-page.ts';
import { announcesTooMuch } from './read-body.ts';
import { withSecurityHeaders } from './security-headers.ts';
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
  const id = serving.site.newId();
  logWhenClosed(serving.site.log, request, response, id);
  if (awaitsContinue && !announcesTooMuch(request)) response.writeContinue();
  const outcome = await settle(serving.site, request, id);
  if (outcome.kind === 'gone') return;
  // A body that is still on its way must be taken in, or the client may never see the answer.
  const leftover = !request.complete;
  const closes = leftover || outcome.kind === 'too-large' || serving.isStopping();
  const headers = {
    ...withSecurityHeaders(outcome.answer.headers, serving.security),
    'x-request-id': id,
    ...(closes && { connection: 'close' }),
  };
  send(
    request,
    response,
    { ...outcome.answer, headers },
    leftover ? serving.limits.linger : undefined,
  );
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
