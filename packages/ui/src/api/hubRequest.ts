import { ProblemError } from './ProblemError';
import { readProblem } from './readProblem';

/** Anything that turns what arrived into a `T` or throws: a Zod schema. */
export interface ResponseSchema<T> {
  parse(value: unknown): T;
}

/** One question to the backend. */
export interface HubRequest<T> {
  /** `plugin://advice/queue`, resolved to the plugin's address. */
  path: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** The contract of the answer, from the plugin's `-common` package. */
  schema: ResponseSchema<T>;
  signal?: AbortSignal;
}

/** The part of Backstage's fetch API that a request needs. */
export interface Fetcher {
  fetch(input: string, init?: RequestInit): Promise<Response>;
}

const NO_ANSWER =
  'We could not reach the Hub. Check your connection, then try again.';

async function send(options: {
  fetcher: Fetcher;
  request: HubRequest<unknown>;
}): Promise<Response> {
  const { path, method = 'GET', body, signal } = options.request;
  try {
    return await options.fetcher.fetch(path, {
      method,
      signal,
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : {
              accept: 'application/json',
              'content-type': 'application/json',
            },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError({ status: 0, detail: NO_ANSWER });
  }
}

/**
 * Asks the backend and reads the answer by its contract.
 *
 * @throws ProblemError for every answer that is not 2xx and for no answer.
 */
export async function hubRequest<T>(options: {
  fetcher: Fetcher;
  request: HubRequest<T>;
}): Promise<T> {
  const { fetcher, request } = options;
  const response = await send({ fetcher, request });
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return request.schema.parse(undefined);
  return request.schema.parse(await response.json());
}
