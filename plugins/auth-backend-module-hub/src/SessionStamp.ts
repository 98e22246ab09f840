import { createHmac, timingSafeEqual } from 'node:crypto';

/** One session of one browser; moments are in milliseconds. */
export interface StampedSession {
  /** The provider's refresh token. */
  token: string;
  /** When it began. */
  beganAt: number;
  /**
   * When its person last showed the provider who they are; before the beginning
   * where the provider let them in without asking.
   */
  signedInAt: number;
  /** When it was last renewed, or began. */
  renewedAt: number;
}

/**
 * Writes into the cookie of a session when it began, when its person signed in
 * and when it was last used, so that one that was begun before its person signed
 * out, or was not used for too long, cannot be renewed, also where the provider
 * takes no refresh token back. Nobody without the key can make it look younger.
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
  put(session: StampedSession): string {
    return `${momentsOf(session)}.${this.mac(session)}.${session.token}`;
  }

  /** What stands in a cookie; nothing when it was not made here. */
  read(cookie: string): StampedSession | undefined {
    const [, began = '', signedIn = '', renewed = '', mac = '', token = ''] =
      /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.([\w-]{43})\.(.+)$/s.exec(cookie) ??
      [];
    if (token === '') return undefined;
    const session = {
      token,
      beganAt: Number(began),
      signedInAt: Number(signedIn),
      renewedAt: Number(renewed),
    };
    const isOurs = timingSafeEqual(
      Buffer.from(mac),
      Buffer.from(this.mac(session)),
    );
    return isOurs ? session : undefined;
  }

  private mac(session: StampedSession): string {
    return createHmac('sha256', this.key)
      .update(`${momentsOf(session)}.${session.token}`)
      .digest('base64url');
  }
}

const momentsOf = ({ beganAt, signedInAt, renewedAt }: StampedSession) =>
  `${beganAt}.${signedInAt}.${renewedAt}`;
