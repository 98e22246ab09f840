import { createContext, useContext } from 'react';
import type { FieldError } from '../api/ProblemError';

/** What is wrong with the form around a field. */
export const FormErrorsContext = createContext<readonly FieldError[]>([]);

/** The message for one field: its own, else the one the server named. */
export function useFieldError(options: {
  name: string;
  error: string | undefined;
}): string | undefined {
  const errors = useContext(FormErrorsContext);
  if (options.error) return options.error;
  return errors.find(({ field }) => field === options.name)?.message;
}
