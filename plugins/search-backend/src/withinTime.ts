/** Thrown when something took longer than it may. */
export class TooSlowError extends Error {
  override name = 'TooSlow';
}

/**
 * What a task gives, if it does so in time.
 *
 * @throws TooSlowError otherwise; the task itself is not stopped
 */
export async function withinTime<T>(
  milliseconds: number,
  task: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError()), milliseconds);
  });
  try {
    return await Promise.race([task, over]);
  } finally {
    clearTimeout(timer);
  }
}
