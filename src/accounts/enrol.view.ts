import { renderSVG } from 'uqr';
import type { AuthenticatorKey } from './enrol-second-factor.ts';

/** The key as a picture for the app's camera, and in groups of four for the eye. */
export const enrolView = ({ uri, text }: AuthenticatorKey) => ({
  picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { ecc: 'L', border: 4 }))}`,
  groups: (text.match(/.{1,4}/g) ?? []).join(' '),
});
