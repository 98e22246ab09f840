import type { Config } from '@backstage/config';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { KeyManagement, WrappedKey } from './KeyManagement';

/**
 * Master keys from `hub.sealing.masterKeys` (id, secret: 32 bytes in base64);
 * the first one listed is current, the others open what they sealed before.
 */
export class LocalKeyManagement implements KeyManagement {
  private constructor(private readonly keys: Map<string, Uint8Array>) {}

  /** @throws Error where no key is given or a key is not 32 bytes long */
  static fromConfig(config: Config): LocalKeyManagement {
    const keys = new Map<string, Uint8Array>();
    for (const item of config.getConfigArray('hub.sealing.masterKeys')) {
      const id = item.getString('id');
      const secret = item.getOptionalString('secret');
      if (!secret) continue;
      const bytes = Buffer.from(secret, 'base64');
      if (bytes.length !== 32) {
        throw new Error(
          `hub.sealing.masterKeys: the secret of "${id}" must be 32 bytes in base64 (make one with: openssl rand -base64 32)`,
        );
      }
      if (keys.has(id)) {
        throw new Error(`hub.sealing.masterKeys: "${id}" is there twice`);
      }
      keys.set(id, bytes);
    }
    if (keys.size === 0) {
      throw new Error('hub.sealing.masterKeys: give at least one master key');
    }
    return new LocalKeyManagement(keys);
  }

  currentMasterKeyId(): string {
    const [first] = this.keys.keys();
    if (first === undefined) throw new Error('There is no master key');
    return first;
  }

  async wrap(caseKey: Uint8Array): Promise<WrappedKey> {
    const masterKeyId = this.currentMasterKeyId();
    const wrapped = await new CompactEncrypt(caseKey)
      .setProtectedHeader({
        alg: 'A256GCMKW',
        enc: 'A256GCM',
        kid: masterKeyId,
      })
      .encrypt(this.master(masterKeyId));
    return { masterKeyId, wrapped };
  }

  async unwrap(key: WrappedKey): Promise<Uint8Array> {
    const { plaintext } = await compactDecrypt(
      key.wrapped,
      this.master(key.masterKeyId),
      {
        keyManagementAlgorithms: ['A256GCMKW'],
        contentEncryptionAlgorithms: ['A256GCM'],
      },
    );
    return plaintext;
  }

  private master(id: string): Uint8Array {
    const key = this.keys.get(id);
    if (!key) {
      throw new Error(
        `The master key "${id}" is not configured; add it back to hub.sealing.masterKeys to open what it sealed`,
      );
    }
    return key;
  }
}
