/** A case key as it is stored: sealed by a master key that is named. */
export interface WrappedKey {
  /** Which master key sealed it. */
  masterKeyId: string;
  /** Base64url text only the same key management can open. */
  wrapped: string;
}

/**
 * Where the master keys live. The built-in one reads them from configuration;
 * a module can bring a hardware or cloud key service through
 * `keyManagementServiceRef`, and nothing else changes.
 */
export interface KeyManagement {
  /** The master key that new case keys are sealed by, and rotation moves to. */
  currentMasterKeyId(): string;
  /** Seals a 32-byte case key. */
  wrap(caseKey: Uint8Array): Promise<WrappedKey>;
  /** Opens it again. Throws where the master key is not known any more. */
  unwrap(key: WrappedKey): Promise<Uint8Array>;
}
