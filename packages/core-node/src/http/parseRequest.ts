import { InputError, NotFoundError } from '@backstage/errors';
import { hasUnusableCharacters } from '@imsa-hub/core';
import type { Request } from 'express';
import type { z } from 'zod';
import { HubInputError, type FieldError } from './errors';
import type { HubRoute } from './HubRoute';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_DEPTH = 12;

/**
 * Parses a request against its route's schemas. Ids of a wrong form are
 * answered as missing records are; all else is named field by field.
 */
export function parseRequest(route: HubRoute, request: Request) {
  const params = route.params?.safeParse(request.params);
  if (params && !params.success) throw new NotFoundError();
  refuseHostileShapes(request.query, 'query', 0);
  const query = parsePart('query', route.query, request.query);
  if (route.body && !request.is('application/json')) {
    const error = new InputError('Send JSON (content-type: application/json)');
    throw Object.assign(error, { name: 'UnsupportedMediaType', status: 415 });
  }
  refuseHostileShapes(request.body, 'body', 0);
  const body = parsePart('body', route.body, request.body);
  return { params: params?.data ?? {}, query, body };
}

function parsePart(
  part: string,
  schema: z.ZodType | undefined,
  value: unknown,
): unknown {
  if (!schema) {
    const fields = Object.keys((value ?? {}) as object);
    if (fields.length === 0) return part === 'body' ? undefined : {};
    throw new HubInputError({
      fields: fields.slice(0, 20).map(field => ({
        field: `${part}.${field.slice(0, 60)}`,
        message: 'This field is not known here; leave it out',
      })),
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HubInputError({ fields: fieldErrors(part, parsed.error) });
}

/** Zod's findings as field errors, 50 at most. */
export function fieldErrors(part: string, error: z.ZodError): FieldError[] {
  return error.issues
    .flatMap(issue => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map(key => ({
          field: fieldPath(part, [...issue.path, key.slice(0, 60)]),
          message: 'This field is not known here; leave it out',
        }));
      }
      return [{ field: fieldPath(part, issue.path), message: plain(issue) }];
    })
    .slice(0, 50);
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return issue.message.startsWith('Invalid input')
      ? 'Give this field a value'
      : issue.message;
  }
  if (issue.code === 'invalid_value') {
    return issue.message.startsWith('Invalid')
      ? `Choose one of: ${issue.values.slice(0, 20).map(String).join(', ')}`
      : issue.message;
  }
  return issue.message;
}

function fieldPath(part: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    part,
  );
}

function refuseHostileShapes(
  value: unknown,
  path: string,
  depth: number,
): void {
  if (depth > MOST_DEPTH) refuse(path, 'This is nested too deeply');
  if (typeof value === 'string') {
    if (hasUnusableCharacters(value)) {
      refuse(path, 'Remove the characters that cannot be shown');
    }
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key) || hasUnusableCharacters(key)) {
      refuse(path, 'This field is not known here; leave it out');
    }
    refuseHostileShapes(
      (value as Record<string, unknown>)[key],
      `${path}.${key.slice(0, 60)}`,
      depth + 1,
    );
  }
}

function refuse(field: string, message: string): never {
  throw new HubInputError({ fields: [{ field, message }] });
}
