/**
 * A failure that the reader can do something about. The launcher prints its
 * message and advice in plain words and leaves the stack trace out.
 */
export class PlainFailure extends Error {
  /**
   * @param {{ message: string, advice?: string, details?: string[], cause?: unknown }} options
   *   `message` says what happened, `advice` what to do about it, `details`
   *   are lines (of a log, for instance) shown between the two.
   */
  constructor(options) {
    super(options.message, { cause: options.cause });
    this.name = 'PlainFailure';
    this.advice = options.advice;
    this.details = options.details ?? [];
  }
}

/**
 * Words a failure for the console.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
  if (error instanceof PlainFailure) {
    const lines = [error.message, ...error.details.map(line => `  | ${line}`)];
    if (error.advice) {
      lines.push(`What to do: ${error.advice}`);
    }
    return lines.join('\n');
  }
  if (isNoSpace(error)) {
    return [
      'The disk is full.',
      'What to do: free at least 1.5 GB where the project lies, then run the same command again.',
    ].join('\n');
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
    return [
      `We may not use a file: ${error.message}`,
      'What to do: run this as the user to whom the folder belongs, or give it to yourself.',
    ].join('\n');
  }
  return error instanceof Error
    ? (error.stack ?? error.message)
    : String(error);
}

/**
 * Whether an error means that no space is left on the disk.
 *
 * @param {unknown} error
 */
export function isNoSpace(error) {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOSPC' ||
      error.code === 'EDQUOT' ||
      error.code === '53100')
  );
}
