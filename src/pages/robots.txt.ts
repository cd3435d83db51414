import type { APIRoute } from 'astro';

const closed = [
  '/staff',
  '/ask/',
  '/track',
  '/t/',
  '/answer',
  '/exit',
  '/reminders',
  '/shortlist',
  '/search',
  '/api/',
];

export const GET: APIRoute = ({ locals }) => {
  const { publicUrl } = locals.app.settings;
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain' } });
};
