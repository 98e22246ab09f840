/**
 * A reporter for `node --test` that says only how many tests passed and failed.
 * A skipped test counts as failed: nothing is skipped silently.
 *
 * @param {AsyncIterable<{ type: string, data: { skip?: unknown, todo?: unknown, details?: { type?: string } } }>} source
 */
export default async function* countingReporter(source) {
  const count = { passed: 0, failed: 0 };
  for await (const { type, data } of source) {
    const isTest = data?.details?.type !== 'suite';
    const skipped = data?.skip !== undefined || data?.todo !== undefined;
    if (type === 'test:pass' && isTest && !skipped) {
      count.passed += 1;
    } else if ((type === 'test:pass' || type === 'test:fail') && isTest) {
      count.failed += 1;
    }
  }
  yield JSON.stringify(count);
}
