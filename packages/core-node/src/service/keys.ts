import type { Config } from '@backstage/config';

/**
 * A 32-byte key from configuration, in base64.
 *
 * @throws Error that says how to make one where it is missing or of another length
 */
export function readKey(config: Config, path: string): Buffer {
  const text = config.getOptionalString(path);
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== 32) {
    throw new Error(
      `${path} must be 32 bytes in base64; make one with: openssl rand -base64 32`,
    );
  }
  return bytes;
}
