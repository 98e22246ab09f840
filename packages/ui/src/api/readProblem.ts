import { ProblemError, type FieldError } from './ProblemError';

const PLAIN_WORDS: Readonly<Record<number, string>> = {
  401: 'Your session has ended. Sign in again to go on.',
  403: 'Your role does not include this.',
  404: 'This does not exist, or you may not see it.',
  409: 'Somebody else changed this while you were working on it.',
  413: 'This is too long to send.',
  429: 'Too many requests. Wait a minute, then try again.',
};

const FALLBACK = 'Something went wrong on our side. Try again in a minute.';

const REQUEST_PARTS = /^(body|query|params)\./;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readFieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return [];
    const { field, message } = entry;
    if (typeof field !== 'string' || typeof message !== 'string') return [];
    return [{ field: field.replace(REQUEST_PARTS, ''), message }];
  });
}

/**
 * Turns an answer that is not 2xx into a `ProblemError`. A body that is no
 * problem document (a proxy's page, say) still gives plain words.
 */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = isRecord(body) ? body : {};
  const said = typeof problem.detail === 'string' ? problem.detail : undefined;
  return new ProblemError({
    type: typeof problem.type === 'string' ? problem.type : undefined,
    status: response.status,
    detail: said ?? PLAIN_WORDS[response.status] ?? FALLBACK,
    fieldErrors: readFieldErrors(problem.fieldErrors),
    current: problem.current,
    requestId:
      typeof problem.requestId === 'string' ? problem.requestId : undefined,
  });
}
