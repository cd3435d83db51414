import { integer } from 'drizzle-orm/sqlite-core';

/** Yes or no; no unless said. */
export const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);

/** Yes, no, or not said. */
export const maybe = (name: string) => integer(name, { mode: 'boolean' });
