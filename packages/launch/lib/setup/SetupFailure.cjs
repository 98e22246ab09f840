/**
 * A failure of the set-up that the reader can do something about.
 */
class SetupFailure extends Error {
  /** @param {{ message: string, advice: string, details?: string[] }} options */
  constructor({ message, advice, details = [] }) {
    super(
      [
        message,
        ...details.map(line => `  | ${line}`),
        `What to do: ${advice}`,
      ].join('\n'),
    );
    this.plain = true;
  }
}

module.exports = { SetupFailure };
