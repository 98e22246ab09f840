import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { PublicPageError } from './PublicPageError';

/** Longest sealed field, in characters. */
export const LONGEST_SEALED = 65_536;

interface Sealed {
  /** Milliseconds since 1970 at which it was sealed. */
  at: number;
  data: unknown;
}

/**
 * Carries what a person has answered so far from page to page in a hidden
 * field that only this server can read (JWE, `dir`, A256GCM), and only while
 * the browser still holds its cookie: the key is derived from both. The server
 * keeps nothing until the form is sent, and once the cookie is gone a page
 * left in a borrowed phone is dead text.
 */
export class FormSeal {
  private readonly options: {
    key: Buffer;
    purpose: string;
    lifeSeconds: number;
    now: () => number;
  };

  /**
   * @param options - `key`: 32 bytes; `purpose`: one form's seal opens no
   * other's; `lifeSeconds`: counted anew from page to page
   */
  constructor(options: {
    key: Buffer;
    purpose: string;
    lifeSeconds: number;
    now?: () => number;
  }) {
    this.options = { now: Date.now, ...options };
  }

  /** Seals data (anything JSON carries) for one browser. */
  async seal(input: { browserKey: string; data: unknown }): Promise<string> {
    const content: Sealed = { at: this.options.now(), data: input.data };
    return new CompactEncrypt(Buffer.from(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(this.keyFor(input.browserKey));
  }

  /**
   * Opens what {@link FormSeal.seal} made.
   *
   * @throws PublicPageError `start-again` when it was changed, is not from
   * here or the cookie is gone; `away-too-long` when it is too old
   */
  async open(input: {
    browserKey: string | undefined;
    sealed: string;
  }): Promise<unknown> {
    const { browserKey, sealed } = input;
    if (!browserKey || !sealed || sealed.length > LONGEST_SEALED) {
      throw new PublicPageError({ kind: 'start-again', status: 400 });
    }
    const content = await this.decrypt(browserKey, sealed);
    const age = this.options.now() - content.at;
    if (age > this.options.lifeSeconds * 1000) {
      throw new PublicPageError({ kind: 'away-too-long', status: 400 });
    }
    return content.data;
  }

  private async decrypt(browserKey: string, sealed: string): Promise<Sealed> {
    try {
      const { plaintext } = await compactDecrypt(
        sealed,
        this.keyFor(browserKey),
        {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        },
      );
      return JSON.parse(Buffer.from(plaintext).toString('utf8')) as Sealed;
    } catch {
      throw new PublicPageError({ kind: 'start-again', status: 400 });
    }
  }

  private keyFor(browserKey: string): Uint8Array {
    const { key, purpose } = this.options;
    return new Uint8Array(
      hkdfSync('sha256', key, browserKey, `hub-public-form\n${purpose}`, 32),
    );
  }
}
