import type { Config } from '@backstage/config';

/**
 * A 32-byte key from configuration, in base64.
 *
 * @throws Error that says how to make one where it is missing or of another length
 */
export function readKey(config: Config, path: string): Buffer {
  return keyOf(config.getOptionalString(path), path);
}

/**
 * A key that was changed: `<path>.formerKeys`, the oldest first, and
 * `<path>.key`, which is the last one here and the one to write with.
 *
 * @throws Error as {@link readKey} does
 */
export function readKeys(config: Config, path: string): Buffer[] {
  const former = config.getOptionalStringArray(`${path}.formerKeys`) ?? [];
  return [
    ...former.map((text, at) => keyOf(text, `${path}.formerKeys[${at}]`)),
    readKey(config, `${path}.key`),
  ];
}

function keyOf(text: string | undefined, path: string): Buffer {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== 32) {
    throw new Error(
      `${path} must be 32 bytes in base64; make one with: openssl rand -base64 32`,
    );
  }
  return bytes;
}
