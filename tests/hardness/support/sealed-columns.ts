export type Sealed = { readonly table: string; readonly key: string; readonly column: string };

/** Every column that holds something sealed. */
export const columns: readonly Sealed[] = [
  { table: 'brokerage_case', key: 'id', column: 'sealed_family' },
  { table: 'brokerage_case', key: 'id', column: 'wrapped_key' },
  { table: 'timeline_event', key: 'id', column: 'sealed_detail' },
  { table: 'offer', key: 'id', column: 'sealed_detail' },
  { table: 'enquiry', key: 'id', column: 'sealed_question' },
  { table: 'enquiry', key: 'id', column: 'sealed_answer' },
  { table: 'request_draft', key: 'token_hash', column: 'sealed_answers' },
  { table: 'request_draft', key: 'token_hash', column: 'wrapped_key' },
  { table: 'case_message', key: 'id', column: 'sealed_text' },
  { table: 'case_feedback', key: 'case_id', column: 'sealed_answers' },
  { table: 'case_feedback', key: 'case_id', column: 'sealed_picture' },
  { table: 'listing_report', key: 'id', column: 'sealed_report' },
  { table: 'listing_report', key: 'id', column: 'wrapped_key' },
  { table: 'case_note', key: 'id', column: 'sealed_text' },
  { table: 'case_call', key: 'id', column: 'sealed_note' },
  { table: 'case_task', key: 'id', column: 'sealed_text' },
  { table: 'case_place', key: 'id', column: 'sealed_detail' },
  { table: 'case_contact', key: 'id', column: 'sealed_detail' },
  { table: 'case_referral', key: 'id', column: 'sealed_detail' },
  { table: 'case_tie', key: 'id', column: 'sealed_reason' },
  { table: 'complaint', key: 'id', column: 'sealed_text' },
  { table: 'complaint', key: 'id', column: 'sealed_answer' },
  { table: 'erasure_request', key: 'id', column: 'sealed_reason' },
];
