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
  /** Sent as a form, in place of a body: a file. */
  form?: FormData;
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

/**
 * Sends it; an answer that is not 2xx is an error like none at all.
 *
 * @throws ProblemError
 */
export async function sendRequest(options: {
  fetcher: Fetcher;
  request: Omit<HubRequest<unknown>, 'schema'>;
}): Promise<Response> {
  const { path, method = 'GET', body, form, signal } = options.request;
  let response: Response;
  try {
    response = await options.fetcher.fetch(path, {
      method,
      signal,
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : {
              accept: 'application/json',
              'content-type': 'application/json',
            },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError({ status: 0, detail: NO_ANSWER });
  }
  if (!response.ok) throw await readProblem(response);
  return response;
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
  const response = await sendRequest({ fetcher, request });
  if (response.status === 204) return request.schema.parse(undefined);
  return request.schema.parse(await response.json());
}
