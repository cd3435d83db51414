import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { postcode } from '#db/schema/geography.ts';
import { roundedPoint } from '#directory/rounded-point.ts';

/** Finds the point of a postcode (its key, `M333SY`) rounded to about 1 km; null when unknown. */
export function postcodeAreas(tx: Tx) {
  const find = tx
    .select({ latitude: postcode.latitude, longitude: postcode.longitude })
    .from(postcode)
    .where(eq(postcode.key, sql.placeholder('key')))
    .prepare();
  return (key: string) => {
    const point = find.get({ key });
    if (!point) return null;
    const { latitude, longitude } = roundedPoint(point);
    return { latitude, longitude };
  };
}
