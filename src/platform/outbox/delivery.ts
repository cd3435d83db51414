/** The failures that a carrier can report in the end, as GOV.UK Notify words them. */
export const failedDeliveries = [
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
] as const;
export const deliveries = ['delivered', ...failedDeliveries] as const;
export type Delivery = (typeof deliveries)[number];
