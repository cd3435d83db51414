/** The most that a form may send, in bytes. */
export const bodyLimit = 256 * 1024;
/** The same where a picture may come along. */
export const pictureBodyLimit = 5 * 1024 * 1024 + bodyLimit;

/** With or without a language before it. */
const takesPicture = /^(?:\/[A-Za-z-]{2,8})?\/track\/feedback\/?$/;
const isFamily = /(?:^|;)\s*__Host-family=/;

/**
 * The most that a form may send to a path, in bytes. Only a family that has opened its request may
 * send a picture, so nobody else can make the site hold one.
 */
export function bodyLimitFor(target: string, cookie: string | undefined): number {
  const [path = ''] = target.split('?', 1);
  return takesPicture.test(path) && isFamily.test(cookie ?? '') ? pictureBodyLimit : bodyLimit;
}
