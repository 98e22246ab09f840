import { createHmac, timingSafeEqual } from 'node:crypto';

/** One session of one browser. */
export interface StampedSession {
  /** The provider's refresh token. */
  token: string;
  /** When its person signed in, in milliseconds. */
  beganAt: number;
}

/**
 * Writes into the cookie of a session when it began, so that one that was begun
 * before its person signed out cannot be renewed, also where the provider takes
 * no refresh token back. Nobody without the key can make it look younger.
 */
export class SessionStamp {
  private readonly key: Buffer;

  /** @param secret - `auth.session.secret`; the stamp's key is made of it */
  constructor(secret: string) {
    this.key = createHmac('sha256', secret)
      .update('hub session stamp')
      .digest();
  }

  /** What goes into the cookie: the same for the same session. */
  put({ token, beganAt }: StampedSession): string {
    return `${beganAt}.${this.mac({ token, beganAt })}.${token}`;
  }

  /** What stands in a cookie; nothing when it was not made here. */
  read(cookie: string): StampedSession | undefined {
    const [, began = '', mac = '', token = ''] =
      /^(\d{1,15})\.([\w-]{43})\.(.+)$/s.exec(cookie) ?? [];
    if (token === '') return undefined;
    const session = { token, beganAt: Number(began) };
    const isOurs = timingSafeEqual(
      Buffer.from(mac),
      Buffer.from(this.mac(session)),
    );
    return isOurs ? session : undefined;
  }

  private mac({ token, beganAt }: StampedSession): string {
    return createHmac('sha256', this.key)
      .update(`${beganAt}.${token}`)
      .digest('base64url');
  }
}
