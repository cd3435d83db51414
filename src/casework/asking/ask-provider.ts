import type { Ctx } from '#platform/context.ts';
import { askProviders, type AskedPlace } from './ask-providers.ts';

export { answerLinkHours } from './send-question.ts';

export type Ask = AskedPlace & {
  readonly reference: string;
  readonly version: number;
  readonly note: string;
};

/** Sends one question to one provider; as `askProviders`. */
export const askProvider = (ctx: Ctx, { reference, version, note, ...place }: Ask) =>
  askProviders(ctx, { reference, version, note, places: [place], withDay: false });
