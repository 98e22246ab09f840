import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** The secret that ties sealed forms to one browser, kept in its cookie. */
export interface BrowserKeys {
  /** The key that the browser sent, if it sent one of the right form. */
  read(request: Request): string | undefined;
  /** The key that the browser has, or a new one; starts its time anew. */
  keep(request: Request, response: Response): string;
  /** Ends the cookie, and with it every form sealed for it. */
  end(response: Response): void;
}

/**
 * Handles the one cookie of the public pages: HttpOnly, SameSite=Strict,
 * without a name or an account behind it. Over https it is `Secure` and bound
 * to this host by its `__Host-` prefix.
 */
export function createBrowserKeys(options: {
  secure: boolean;
  /** Seconds after which the browser forgets it. */
  lifeSeconds: number;
}): BrowserKeys {
  const name = options.secure ? '__Host-hub-form' : 'hub-form';
  const attributes = [
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(options.secure ? ['Secure'] : []),
  ].join('; ');
  const read = (request: Request) => {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value = ''] = part.trim().split('=', 2);
      if (key === name && FORM.test(value)) return value;
    }
    return undefined;
  };
  return {
    read,
    keep(request, response) {
      const key = read(request) ?? randomBytes(32).toString('base64url');
      response.append(
        'set-cookie',
        `${name}=${key}; ${attributes}; Max-Age=${options.lifeSeconds}`,
      );
      return key;
    },
    end(response) {
      response.append('set-cookie', `${name}=; ${attributes}; Max-Age=0`);
    },
  };
}
