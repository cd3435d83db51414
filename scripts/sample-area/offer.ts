import type { SampleOffer } from '#exchange/sample-offer.ts';
import type { Ages } from './ages.ts';
import { careOf } from './care.ts';
import { costsOf } from './costs.ts';
import { fundingOf } from './funding.ts';
import { hoursOf } from './hours.ts';
import type { Place } from './place.ts';
import { vacanciesOf } from './vacancies.ts';

/** What one place offers, as far as it tells; `isClosed` while it is suspended: nothing is free. */
export function offerOf(place: Place, ages: Ages, isClosed: boolean): SampleOffer {
  const funding = fundingOf(place, ages);
  const isFunded = funding.freeEarlyYears === true;
  return {
    ...(place.tells('hours', 0.95) && { hours: hoursOf(place, isFunded) }),
    ...(place.tells('costs', 0.85) && { costs: costsOf(place) }),
    ...careOf(place, ages),
    ...funding,
    ...(!isClosed && place.tells('vacancies', 0.7) && { vacancies: vacanciesOf(place, ages) }),
  };
}
