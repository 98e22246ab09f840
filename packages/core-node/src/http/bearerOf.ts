import type { Request } from 'express';

/** The token that a request comes with, or whatever stands in its place. */
export function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization;
  return header === undefined
    ? undefined
    : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? header);
}
