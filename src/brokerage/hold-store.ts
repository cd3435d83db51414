import { sql } from 'drizzle-orm';

/** Whether a case must be kept for now: somebody put it on hold, or a complaint about it is open. */
export const isOnHold = sql<boolean>`(legal_hold or exists (
  select 1 from complaint where case_id = brokerage_case.id and complaint.closed_at is null
))`.mapWith(Boolean);
