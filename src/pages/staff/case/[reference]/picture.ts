import type { APIRoute } from 'astro';
import { readPicture } from '#casework/file/read-picture.ts';
import { attachment } from '#platform/http/attachment.ts';

/** The picture of a family's feedback, to keep as a file: never shown as a page of this site. */
export const GET: APIRoute = ({ locals, params, rewrite }) => {
  const picture = readPicture(locals.ctx, params.reference ?? '');
  return picture.ok
    ? attachment('picture.jpg', 'image/jpeg', picture.value)
    : rewrite(`/problem/${picture.problem}`);
};
