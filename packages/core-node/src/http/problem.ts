import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { newId } from '@imsa-hub/core';
import {
  HubInputError,
  SignInAgainError,
  StaleError,
  type FieldError,
} from './errors';

const STATUS_BY_NAME: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  NotModifiedError: 304,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
  PayloadTooLargeError: 413,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'This needs to be mended',
  401: 'Sign in first',
  403: 'This is not open to you',
  404: 'Not found',
  405: 'This cannot be done here',
  409: 'This has changed',
  413: 'This is too large',
  415: 'This kind of content is not taken here',
  429: 'Too many tries',
  500: 'Something went wrong on our side',
  503: 'Not available for a moment',
};

// What may be said of an error that was not made for people to read.
const FIXED_DETAIL: Readonly<Record<number, string>> = {
  401: 'Your sign-in is missing or has ended. Sign in again.',
  404: 'There is nothing here that you can see. It may have moved, or the address may be mistyped.',
  413: 'Send less at once, then try again.',
  500: 'Nothing was changed. Try again; if it keeps happening, give your Hub contact the request number.',
  503: 'The hub cannot reach its records right now. Nothing was changed. Try again in a minute.',
};

/**
 * The problem body: RFC 9457's fields and, so that Backstage's own clients
 * read it too, its `error` and `response`. It never names the address asked
 * for: missing and forbidden answers are the same bytes but for the number.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  fieldErrors?: readonly FieldError[];
  current?: unknown;
  error: { name: string; message: string };
  response: { statusCode: number };
}

/** Gives each request its number, for the answer and the log. */
export function requestNumbers(): RequestHandler {
  return (request, response, next) => {
    const id = newId();
    requestIds.set(request, id);
    response.setHeader('x-request-id', id);
    next();
  };
}

const requestIds = new WeakMap<object, string>();

/** The number of a request. */
export function requestIdOf(request: Request): string {
  return requestIds.get(request) ?? newId();
}

/** Turns any error into a problem body; unknown ones say nothing of themselves. */
export function problemOf(error: unknown, requestId: string): Problem {
  const { status, name } = classify(error);
  const again = error instanceof SignInAgainError ? error : undefined;
  const title = again?.title ?? TITLES[status] ?? 'This could not be done';
  const detail =
    FIXED_DETAIL[status] ??
    (error instanceof Error && error.message ? error.message : title);
  return {
    type: again?.type ?? 'about:blank',
    title,
    status,
    detail,
    requestId,
    ...(error instanceof HubInputError
      ? { fieldErrors: error.fieldErrors }
      : {}),
    ...(error instanceof StaleError && error.current !== undefined
      ? { current: error.current }
      : {}),
    error: { name, message: detail },
    response: { statusCode: status },
  };
}

/** The error handler of every route, Backstage's own included. */
export function problemHandler(options: {
  logger: LoggerService;
  /** Is told of each problem, before it is answered. */
  note?(request: Request, status: number): void;
}): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error, request, response, _next) => {
    const requestId = requestIdOf(request);
    const problem = problemOf(error, requestId);
    options.note?.(request, problem.status);
    if (problem.status >= 500) {
      // The message of an unknown error can carry a value of a statement, so
      // only its name and place are written.
      options.logger.error('A request failed', {
        requestId,
        errorName: error instanceof Error ? error.name : typeof error,
        code: String((error as { code?: unknown })?.code ?? ''),
        at: firstFrame(error),
      });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 429 && !response.getHeader('retry-after')) {
      response.setHeader('retry-after', '60');
    }
    response
      .status(problem.status)
      .set('content-type', 'application/problem+json; charset=utf-8')
      .set('cache-control', 'no-store')
      .end(JSON.stringify(problem));
  };
}

function classify(error: unknown): { status: number; name: string } {
  if (!(error instanceof Error)) return { status: 500, name: 'Error' };
  const named = STATUS_BY_NAME[error.name];
  if (named) return { status: named, name: error.name };
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && isUnavailable(code, error.message)) {
    return { status: 503, name: 'ServiceUnavailableError' };
  }
  if (error.name === 'KnexTimeoutError' || isLostConnection(error)) {
    return { status: 503, name: 'ServiceUnavailableError' };
  }
  // Errors of body parsers and rate limits carry their own status.
  const given =
    (error as { status?: unknown }).status ??
    (error as { statusCode?: unknown }).statusCode;
  if (typeof given === 'number' && given >= 400 && given < 500) {
    return { status: given, name: given === 400 ? 'InputError' : error.name };
  }
  return { status: 500, name: 'Error' };
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

// PostgreSQL's classes 08 (connection), 53 (resources) and 57P (shutdown).
function isUnavailable(code: string, message: string): boolean {
  return (
    /^(08|53|57P)/.test(code) ||
    UNREACHABLE.has(code) ||
    message.includes('Connection terminated')
  );
}

function isLostConnection(error: Error): boolean {
  return /Connection (terminated|ended)|not queryable/i.test(error.message);
}

function firstFrame(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const frame = error.stack?.split('\n').find(line => /^\s+at /.test(line));
  return frame?.trim().replace(/\(.*[/\\]/, '(') ?? '';
}
