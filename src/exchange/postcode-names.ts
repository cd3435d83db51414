import { looseName } from './find-header.ts';

/** What a ward or a local authority district is called. */
export type AreaName = { readonly code: string; readonly name: string };

/** `WD25CD` beside `WD25NM`, `LAD25CD` beside `LAD25NM`: how the ONS names its codes. */
const codeColumn = /^(?:wd|lad)\d\dcd$/;

/**
 * The names in a table of the ONS's "names and codes", which has no postcodes; null when it is
 * another table. The file comes in the folder `Documents` of each Postcode Directory.
 */
export function areaNamesIn(rows: readonly (readonly string[])[]): readonly AreaName[] | null {
  const [header = [], ...body] = rows;
  const loose = header.map(looseName);
  const pairs = loose.flatMap((name, code) => {
    const at = codeColumn.test(name) ? loose.indexOf(name.replace(/cd$/, 'nm')) : -1;
    return at === -1 ? [] : [{ code, name: at }];
  });
  if (pairs.length === 0 || loose.some((name) => /^(?:pcds?|pcd[278]|postcode)$/.test(name)))
    return null;
  return body.flatMap((cells) =>
    pairs.flatMap(({ code, name }) => {
      const area = { code: (cells[code] ?? '').trim(), name: (cells[name] ?? '').trim() };
      return area.code === '' || area.name === '' || /^[A-Z]99999999$/.test(area.code)
        ? []
        : [area];
    }),
  );
}
