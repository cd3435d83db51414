// @ts-check
// Loaded before the site (`node --import`): gives drizzle-orm in its CommonJS form. As modules, each
// of its hundred files has Node read the package's 179 kB list of exports again: half a second and
// 70 MB of every start.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('drizzle-orm')
      ? next(specifier, { ...context, conditions: ['node', 'require'] })
      : next(specifier, context),
});
