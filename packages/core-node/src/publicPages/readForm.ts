import express, { type RequestHandler } from 'express';
import { hasUnusableCharacters } from '@imsa-hub/core';
import { FormValues } from './FormValues';
import { PublicPageError } from './PublicPageError';

/** Most fields in one form. */
const MOST_FIELDS = 100;
// Two ids of rules with a part of a date are the longest.
const NAME = /^[a-z][a-z0-9-]{0,220}$/;

/**
 * Takes a form's body as bytes. Nothing but `application/x-www-form-urlencoded`
 * is taken, and nothing above the limit (bytes).
 */
export function formBody(options: { limit: number }): RequestHandler {
  const parse = express.raw({
    limit: options.limit,
    type: 'application/x-www-form-urlencoded',
    // A packed body could unpack to far more than the limit is meant for.
    inflate: false,
  });
  return (request, response, next) => {
    if (!request.is('application/x-www-form-urlencoded')) {
      next(new PublicPageError({ kind: 'unreadable', status: 415 }));
      return;
    }
    parse(request, response, next);
  };
}

/**
 * Reads a form's bytes strictly: broken UTF-8 (lone surrogates included),
 * names of a wrong form and too many fields are refused. Control characters in
 * a value are left for the page to mend, so that nobody loses what they typed.
 *
 * @throws PublicPageError of kind `unreadable`
 */
export function readForm(body: unknown): FormValues {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : '';
  const values = new Map<string, string[]>();
  const pairs = text === '' ? [] : text.split('&');
  if (pairs.length > MOST_FIELDS) throw unreadable();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!NAME.test(name)) throw unreadable();
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    const sent = values.get(name);
    if (sent) sent.push(value);
    else values.set(name, [value]);
  }
  return new FormValues(values);
}

/**
 * Refuses fields that the page did not ask for, and repeats of single ones.
 *
 * @throws PublicPageError of kind `unreadable`
 */
export function refuseUnknownFields(options: {
  values: FormValues;
  known: readonly string[];
  /** Those that may come more than once. */
  repeated?: readonly string[];
}): void {
  const { values, known, repeated = [] } = options;
  for (const name of values.names()) {
    if (!known.includes(name)) throw unreadable();
    if (values.all(name).length > 1 && !repeated.includes(name)) {
      throw unreadable();
    }
  }
}

/** The values without the characters that no store or screen can carry. */
export function withoutUnusable(values: FormValues): FormValues {
  return values.map(value =>
    hasUnusableCharacters(value)
      ? value.replace(/[^\P{Cc}\t\n\r]/gu, '')
      : value,
  );
}

function decode(text: string): string {
  // A byte outside ASCII can only come from a client that does not encode.
  if (/[^\x20-\x7e]/.test(text)) throw unreadable();
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    throw unreadable();
  }
}

function unreadable() {
  return new PublicPageError({ kind: 'unreadable', status: 400 });
}
