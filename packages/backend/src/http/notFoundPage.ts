import type { RequestHandler } from 'express';

// The words are those of the console's own page for the same.
const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This page does not exist – IMSA Hub</title>
<link rel="icon" href="/favicon.svg">
<style>
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { color: light-dark(#0b5c66, #7fd0d6); }
</style>
</head>
<body>
<main>
<h1>This page does not exist</h1>
<p>It may have moved, or the address may be mistyped.</p>
<p><a href="/">Go to My day</a></p>
</main>
</body>
</html>
`;

/**
 * Says to whoever follows a link that leads nowhere that it does, with 404.
 * Passes on what is not asked for by a browser, or lies below `/api`.
 */
export function notFoundPage(): RequestHandler {
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isApi = /^\/api(\/|$)/i.test(request.path);
    if (!isRead || isApi || request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    response
      .status(404)
      .set('content-type', 'text/html; charset=utf-8')
      .set('cache-control', 'no-store')
      .end(PAGE);
  };
}
