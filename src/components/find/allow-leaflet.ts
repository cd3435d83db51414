type Policy = { createHTML: (html: string) => string };
type TrustedTypes = { createPolicy: (name: string, policy: Policy) => unknown };

/** Leaflet's one use of markup, when it is loaded: it asks whether the browser draws SVG. */
const leafletsQuestion = '<svg/>';

// The site's content policy lets no script write markup. This lets that one text through and empties
// any other.
const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createHTML: (html) => (html === leafletsQuestion ? html : ''),
});
