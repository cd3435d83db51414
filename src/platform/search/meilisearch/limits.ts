/** Hits that one search can reach: the index's `maxTotalHits`. */
export const mostHits = 2000;
/** Values of a facet that are counted: the index's `maxValuesPerFacet`. */
export const mostValues = 5000;
/** Words that the server looks at. https://www.meilisearch.com/docs/learn/resources/known_limitations */
export const mostWords = 10;
/** Longer words are not indexed by the server; in bytes. */
export const longestWord = 200;
