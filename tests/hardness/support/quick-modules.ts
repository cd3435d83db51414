/**
 * Loads drizzle-orm as CommonJS. As modules, each of its hundred files has Node read the package's
 * long list of exports again, which takes most of a second; fifty processes would take a minute.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('drizzle-orm')
      ? next(specifier, { ...context, conditions: ['node', 'require'] })
      : next(specifier, context),
});
