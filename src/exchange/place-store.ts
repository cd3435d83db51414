import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { consentedHome, location } from '#db/schema/directory.ts';
import { postcode } from '#db/schema/geography.ts';
import { outwardCentre } from '#directory/postcode-store.ts';

/**
 * Puts every place where its postcode is by the table as it stands, and says how many that moved. A
 * place whose postcode is not in the table, and a home that has no point yet, go to the middle of
 * their district. A place without a postcode or a district stays where its own source put it, and so
 * does a home that has a point: it may be that of a postcode that is not kept.
 */
export function placeProviders(tx: Tx): number {
  return placeByPostcode(tx) + placeConsentedHomes(tx) + placeByDistrict(tx);
}

const keyOf = (column: SQL | typeof location.postcode | typeof consentedHome.postcode): SQL =>
  sql`replace(${column}, ' ', '')`;

const placeByPostcode = (tx: Tx): number =>
  tx.run(sql`update ${location} set
      latitude = ${postcode.latitude}, longitude = ${postcode.longitude},
      point_precision = 'postcode', ward_code = ${postcode.wardCode}, ward_name = ${postcode.wardName}
    from ${postcode}
    where ${location.premises} = 'non-domestic' and ${location.type} = 'physical'
      and ${postcode.key} = ${keyOf(location.postcode)}
      and (${location.pointPrecision} <> 'postcode'
        or ${location.latitude} is not ${postcode.latitude}
        or ${location.longitude} is not ${postcode.longitude}
        or ${location.wardCode} is not ${postcode.wardCode}
        or ${location.wardName} is not ${postcode.wardName})`).changes;

const placeConsentedHomes = (tx: Tx): number =>
  tx.run(sql`update ${consentedHome} set
      latitude = ${postcode.latitude}, longitude = ${postcode.longitude}
    from ${postcode}
    where ${postcode.key} = ${keyOf(consentedHome.postcode)}
      and (${consentedHome.latitude} is not ${postcode.latitude}
        or ${consentedHome.longitude} is not ${postcode.longitude})`).changes;

const isKnown = sql`exists (select 1 from ${postcode} where ${postcode.key} = ${keyOf(location.postcode)})`;

/** What its district must place: a public place with an unknown postcode, a home without a point. */
const needsDistrict = sql`${location.outwardPostcode} is not null and ${location.type} = 'physical'
  and (${location.pointPrecision} = 'none'
    or (${location.premises} = 'non-domestic' and ${location.postcode} is not null))
  and not ${isKnown}`;

function placeByDistrict(tx: Tx): number {
  const districts = tx
    .selectDistinct({ outward: location.outwardPostcode })
    .from(location)
    .where(needsDistrict)
    .all();
  let moved = 0;
  for (const { outward } of districts) {
    const centre = outward === null ? null : outwardCentre(tx, outward);
    if (centre === null) continue;
    const { latitude, longitude } = centre;
    moved += tx.run(sql`update ${location} set
        latitude = ${latitude}, longitude = ${longitude}, point_precision = 'area',
        ward_code = null, ward_name = null
      where ${location.outwardPostcode} = ${outward} and ${needsDistrict}
        and (${location.pointPrecision} <> 'area' or ${location.latitude} is not ${latitude}
          or ${location.longitude} is not ${longitude} or ${location.wardCode} is not null)`).changes;
  }
  return moved;
}
