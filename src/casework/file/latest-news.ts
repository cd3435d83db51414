import type { OpenCase } from '#brokerage/case-store.ts';
import { listEvents } from '#brokerage/timeline-store.ts';
import type { Ctx } from '#platform/context.ts';
import { caseEvents } from './case-events.view.ts';
import type { FormState } from './form-state.ts';

const shown = 3;

/** What happened last on a case, beside a form that was overtaken by it; nothing beside others. */
export const latestNews = (ctx: Ctx, subject: OpenCase, { stale }: Pick<FormState, 'stale'>) =>
  stale ? caseEvents(ctx.words, listEvents(ctx.db, subject)).slice(0, shown) : [];
