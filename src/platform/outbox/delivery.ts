/** The failures that a carrier can report in the end, as GOV.UK Notify words them. */
export const failedDeliveries = [
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
] as const;
/** What is kept of a message that was handed to a carrier which tells later what became of it. */
export const awaitedDelivery = 'created';
/** After so many hours without word somebody should ask whether it arrived. */
export const silentHours = 72;

export const deliveries = ['delivered', ...failedDeliveries] as const;
export type Delivery = (typeof deliveries)[number];
