import type { Recipe } from '../Recipe';

/**
 * The public pages know nobody: whoever is signed in gets what nobody gets. A
 * form without the cookie of its beginning gets no further than the start.
 */
export function publicPage(route: string): Recipe {
  const [method = '', path = ''] = route.split(' ');
  return {
    route,
    standings: ['page'],
    verdict: () => 'public',
    call: async ({ member }) => ({
      path: path.replace(':file', 'pages.css'),
      body:
        method === 'post'
          ? new URLSearchParams({ value: 'continue', code: 'AAAABBBBCCCCDDDD' })
          : undefined,
      ...(method === 'post' ? { headers: { origin: member.client.url } } : {}),
    }),
  };
}

const READ_ONLY = ['', '/accessibility', '/assets/:file', '/leave', '/privacy'];
const REPLY = ['', '/finish', '/helped', '/look', '/second-opinion', '/write'];
const FORM = ['age', 'areas', 'begin', 'check', 'children', 'dates', 'events']
  .concat('exploiter', 'help', 'language', 'maybe-child', 'nation', 'question')
  .concat('removal', 'safe-contact', 'service', 'sign-in-instead', 'tonight')
  .concat('who', 'who-can-act');

/** Every public page. */
export const publicPages: readonly Recipe[] = [
  ...READ_ONLY.map(path => publicPage(`get /ask${path}`)),
  ...['get', 'post'].flatMap(method => [
    ...REPLY.map(path => publicPage(`${method} /ask/reply${path}`)),
    ...FORM.map(path => publicPage(`${method} /ask/${path}`)),
  ]),
];
