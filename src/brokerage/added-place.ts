/** Places that a broker added to one case have no page in the directory; their ids show it. */
const prefix = 'added-';

export const addedPlaceId = (id: string): string => `${prefix}${id}`;
export const isAddedPlace = (providerId: string): boolean => providerId.startsWith(prefix);
