import autocannon from 'autocannon';

/** One place to be asked. */
export interface Target {
  name: string;
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Makes path and body of each request; without it all are alike. */
  next?(): { path: string; body?: unknown };
}

/** What one round showed. */
export interface Round {
  /** Median milliseconds of an answer. */
  median: number;
  /** The 97.5th hundredth. */
  slow: number;
  perSecond: number;
  answers: number;
  /** Anything but a 2xx. */
  failures: number;
}

/** Asks one target over so many connections for so many seconds (or times). */
export async function measureRound(options: {
  target: Target;
  connections: number;
  seconds: number;
  amount?: number;
}): Promise<Round> {
  const { target, connections, seconds, amount } = options;
  const times: number[] = [];
  let failures = 0;
  const { next } = target;
  const instance = autocannon({
    url: target.url,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    method: target.method ?? 'GET',
    headers: target.headers,
    ...(next
      ? {
          requests: [
            {
              method: target.method ?? 'GET',
              setupRequest: (request: autocannon.Request) => {
                const { path, body } = next();
                return {
                  ...request,
                  path,
                  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
                };
              },
            },
          ],
        }
      : {}),
  });
  const began = performance.now();
  // Its own figures are whole milliseconds, which is too coarse here.
  instance.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status < 200 || status > 299) failures += 1;
  });
  const result = await instance;
  const took = (performance.now() - began) / 1_000;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    slow: sorted[Math.floor(sorted.length * 0.975)] ?? Number.NaN,
    perSecond: sorted.length / took,
    answers: sorted.length,
    failures: failures + result.errors,
  };
}
