import postcssRTLCSS from 'postcss-rtlcss';

// Rules that name a direction are meant as they stand, however their quotes are written.
const mirror = postcssRTLCSS({
  mode: 'diff',
  rtlPrefix: ['[dir="rtl"]', "[dir='rtl']", '[dir=rtl]'],
});

/** Leaves of `site-rtl.scss` only what differs from `site.scss` when a page runs right to left. */
const rightToLeftDifferences = {
  postcssPlugin: 'right-to-left-differences',
  Once(root, helpers) {
    if (!helpers.result.opts.from?.includes('site-rtl.scss')) return;
    mirror.Once(root, helpers);
    root.walkAtRules('font-face', (face) => face.remove());
  },
};

export default { plugins: [rightToLeftDifferences] };
