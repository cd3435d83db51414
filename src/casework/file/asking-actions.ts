import type { Ctx } from '#platform/context.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import { failure, type Result } from '#platform/result.ts';
import { judgePlace } from '../asking/judge-place.ts';
import { offerPlace } from '../asking/offer-place.ts';

/** The one-button actions of the panels about places. Problem: `not-found` for an unknown button. */
export function askingAction(ctx: Ctx, reference: string, typed: Typed): Result<null> {
  const providerId = typedValue(typed, 'pin') || typedValue(typed, 'unjudge');
  if (providerId !== '') {
    const verdict = typedValue(typed, 'pin') === '' ? null : 'pinned';
    return judgePlace(ctx, { reference, providerId, verdict, reason: '' });
  }
  switch (typedValue(typed, 'do')) {
    case 'offer':
      return offerPlace(ctx, {
        reference,
        version: Number(typedValue(typed, 'version')),
        enquiryId: typedValue(typed, 'enquiry'),
      });
    default:
      return failure('not-found');
  }
}
