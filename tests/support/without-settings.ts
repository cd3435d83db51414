/** What a process of ours needs of this one's environment, without any setting of the site. */
export const withoutSettings = () => ({
  PATH: process.env['PATH'],
  NODE_OPTIONS: process.env['NODE_OPTIONS'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
});
