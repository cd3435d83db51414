/** Headers as the Office for National Statistics published them, each with its names for what is read. */
export const layouts = {
  'the Postcode Directory of 2024': {
    header:
      'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,npark,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua22,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21',
    names: ['pcds', 'doterm', 'oslaua', 'osward', 'lsoa21'],
    other: { pcd: 'M332DH ', statsward: '99ZZ00', casward: '00BUFX', lsoa11: 'E01000000' },
  },
  'the Statistics Postcode Lookup of 2022': {
    header:
      'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa11,cty,ced,laua,ward,hlthau,nhser,ctry,rgn,pcon,eer,teclec,ttwa,pct,itl,park,lsoa11,msoa11,wz11,ccg,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,stp',
    names: ['pcds', 'doterm', 'laua', 'ward', 'lsoa11'],
    other: {},
  },
  'both since 2025': {
    header:
      'pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,ced25cd,lad25cd,wd25cd,nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl24cd,bua24cd,ruc21ind,oac11ind,lat,long,lep21cd1,lep21cd2,pfa23cd,imd20ind,icb23cd',
    names: ['pcds', 'doterm', 'lad25cd', 'wd25cd', 'lsoa21cd'],
    other: { pcd7: 'M33 2DH' },
  },
  'a table with only seven letters of a postcode': {
    header: 'X,Y,objectid,PCD7,DOTERM,LAD26CD,WD26CD,LSOA11CD,LAT,LONG',
    names: ['PCD7', 'DOTERM', 'LAD26CD', 'WD26CD', 'LSOA11CD'],
    other: {},
  },
} as const;

/** Rows as the ONS writes them: texts in quotes, CRLF. */
export function onsFile(
  { header: columns, names, other }: (typeof layouts)[keyof typeof layouts],
  rows: readonly (readonly [string, string, string, string, string, string, string])[],
): string {
  const lines = rows.map(([pcds, doterm, lad, ward, lsoa, lat, long]) => {
    const values: Record<string, string> = { ...other, lat, long, LAT: lat, LONG: long };
    [pcds, doterm, lad, ward, lsoa].forEach((value, at) => (values[names[at] ?? ''] = value));
    const cell = (name: string) => (/^la?t$|^long$/i.test(name) ? '' : '"');
    return columns
      .split(',')
      .map((name) => `${cell(name)}${values[name] ?? ''}${cell(name)}`)
      .join(',');
  });
  return [columns, ...lines, ''].join('\r\n');
}
