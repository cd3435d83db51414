// @ts-check
// `npm run build`: the set-up of `npm start`, without starting.
import { main, setUp } from './set-up.mjs';

main(async () => {
  await setUp();
  return 0;
});
