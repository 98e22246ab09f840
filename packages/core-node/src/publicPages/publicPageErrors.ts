import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { problemOf, requestIdOf } from '../http/problem';
import { PublicPageError, type PublicPageErrorKind } from './PublicPageError';
import type { PublicPages } from './PublicPages';

interface Words {
  title: string;
  paragraphs: readonly string[];
}

const WORDS: Readonly<Record<PublicPageErrorKind, Words>> = {
  unreadable: {
    title: 'We could not read what was sent',
    paragraphs: [
      'Something in it was not what this page asks for. Nothing was sent to an adviser.',
      'Go back and try again. If it happens again, start again.',
    ],
  },
  'too-large': {
    title: 'That is too much text for one page',
    paragraphs: [
      'Nothing was sent to an adviser. Go back, make it shorter, then try again. You can always write more later, with your receipt code.',
    ],
  },
  'not-from-here': {
    title: 'This did not come from our own page',
    paragraphs: [
      'To keep you safe we only take what is sent from this website. Nothing was sent to an adviser.',
    ],
  },
  'start-again': {
    title: 'You need to start again',
    paragraphs: [
      'This page is no longer in use. It may have been left with “Exit this page”, or your browser may not keep cookies.',
      'Nothing you typed was kept, here or on this device, unless you had already sent it and were shown a receipt code.',
    ],
  },
  'away-too-long': {
    title: 'You were away for more than an hour',
    paragraphs: [
      'To keep you safe, what was on this page is no longer used after 60 minutes.',
      'Nothing you typed was kept, unless you had already sent it and were shown a receipt code.',
    ],
  },
  'not-found': {
    title: 'There is no such page',
    paragraphs: ['The address may be mistyped, or the page may have moved.'],
  },
  'not-this-way': {
    title: 'This page cannot be used in that way',
    paragraphs: ['Start again and use the buttons on the pages.'],
  },
  'too-many': {
    title: 'Wait a minute, then try again',
    paragraphs: [
      'There were too many tries from your connection in a short time. This limit protects people’s questions. Load this page again after a minute: what you entered is then sent again, and never twice.',
      'If you share a connection, in a library or a hostel, it may be because of somebody else.',
    ],
  },
  unavailable: {
    title: 'Something went wrong on our side',
    paragraphs: [
      'It is not your fault. Load this page again in a few minutes: what you entered is then sent again, and never twice.',
    ],
  },
};

/** Answers what no page matched. */
export function noSuchPage(): RequestHandler {
  return (_request, _response, next) =>
    next(new PublicPageError({ kind: 'not-found', status: 404 }));
}

/** Answers a method that a page does not have, naming those it has. */
export function notThisWay(allow: string): RequestHandler {
  return (_request, response, next) => {
    response.set('allow', allow);
    next(new PublicPageError({ kind: 'not-this-way', status: 405 }));
  };
}

/** Turns any error into a page in plain words that tells nothing of itself. */
export function publicPageErrors(options: {
  pages: PublicPages;
  logger: LoggerService;
}): ErrorRequestHandler {
  const { pages, logger } = options;
  // Express tells an error handler by its four parameters.
  return (error, request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { kind, status } = classify(error);
    if (status >= 500) {
      logger.error('A public page failed', {
        requestId: requestIdOf(request),
        errorName: error instanceof Error ? error.name : typeof error,
      });
    }
    if (status === 429) response.set('retry-after', '60');
    const { title, paragraphs } = WORDS[kind];
    pages.send(response, {
      template: 'message',
      title,
      status,
      view: {
        paragraphs,
        links: [
          { href: pages.site.base, text: 'Go to the start' },
          ...emergencyLinks(status),
        ],
      },
    });
  };
}

function emergencyLinks(status: number) {
  return status >= 500 || status === 429
    ? [{ href: 'tel:999', text: 'In danger now? Call 999' }]
    : [];
}

function classify(error: unknown): {
  kind: PublicPageErrorKind;
  status: number;
} {
  if (error instanceof PublicPageError) return error;
  const { status } = problemOf(error, '');
  if (status === 413) return { kind: 'too-large', status };
  if (status === 429) return { kind: 'too-many', status };
  if (status >= 500) return { kind: 'unavailable', status };
  return { kind: 'unreadable', status: status === 415 ? 415 : 400 };
}
