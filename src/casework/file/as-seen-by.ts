import type { OpenCase } from '#brokerage/case-store.ts';
import type { Ctx } from '#platform/context.ts';
import { isLetIn, staffWith } from '../staff-rights.ts';
import { maskedFamily } from './mask-family.ts';

/** Whether the asker sees what is sensitive in a case. */
export const seesSensitive = ({ actor }: Pick<Ctx, 'actor'>): boolean =>
  staffWith('sensitive', actor).ok;

/** An opened case as the asker may see it: masked without the right `sensitive`. */
export const asSeenBy = (ctx: Ctx, subject: OpenCase): OpenCase =>
  seesSensitive(ctx) && isLetIn(ctx.actor, subject.family.sharing.team)
    ? subject
    : { ...subject, family: maskedFamily(subject.family, ctx.words.t('accounts:masked')) };
