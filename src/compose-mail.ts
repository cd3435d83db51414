import { composeStaffInvitation } from '#accounts/invitation-mail.ts';
import { composeAccessCode } from '#brokerage/access-code-mail.ts';
import { composeDraftLink } from '#brokerage/keep-draft.ts';
import { familyComposers } from '#brokerage/family-mail.ts';
import { providerComposers } from '#casework/asking/provider-mail.ts';
import { composeListingReport } from '#directory/report-listing-mail.ts';
import { reminderComposers } from '#entitlements/reminders/reminder-mail.ts';
import type { Composers } from '#platform/outbox/drain-outbox.ts';

/** Which room writes which message. */
export const composers: Composers = {
  ...familyComposers,
  'access-code': composeAccessCode,
  'draft-link': composeDraftLink,
  ...providerComposers,
  'staff-invitation': composeStaffInvitation,
  'listing-report': composeListingReport,
  ...reminderComposers,
};
