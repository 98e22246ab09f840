/** Tries a check again and again, for ten seconds unless told. */
export async function eventually(
  check: () => Promise<void>,
  longestMs = 10_000,
): Promise<void> {
  const end = Date.now() + longestMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(done => setTimeout(done, 50));
    }
  }
}
