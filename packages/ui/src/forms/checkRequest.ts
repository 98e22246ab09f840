import type { FieldError } from '../api/ProblemError';
import type { z } from 'zod';

/**
 * What the contract of a request finds wrong with it, one message a field.
 * The backend asks the same contract again.
 *
 * @param options.say - words for fields whose own message would not help
 *   where nothing is chosen yet
 */
export function checkRequest(options: {
  schema: z.ZodType;
  request: object;
  say?: Readonly<Record<string, string>>;
}): FieldError[] {
  const { schema, request, say = {} } = options;
  const parsed = schema.safeParse(request);
  if (parsed.success) return [];
  const errors = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const field = path.join('.');
    if (!errors.has(field)) errors.set(field, say[field] ?? message);
  }
  return [...errors].map(([field, message]) => ({ field, message }));
}
