/** The distances that families choose from, in miles. */
export const distances = ['1', '3', '5', '10'] as const;
