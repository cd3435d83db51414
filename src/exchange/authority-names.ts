import { looseName } from './find-header.ts';

/** Local authorities that Ofsted names otherwise than the Department for Education does. */
const ofstedNames: Readonly<Record<string, string>> = {
  bristolcityof: 'bristol',
  kingstonuponhullcityof: 'kingstonuponhull',
  bournemouthchristchurchandpoole: 'bournemouthchristchurchpoole',
  countydurham: 'durham',
  herefordshirecountyof: 'herefordshire',
};

/** What an authority's names have in common, whoever writes them. */
export function authorityKey(name: string): string {
  const key = looseName(name);
  return ofstedNames[key] ?? key;
}
