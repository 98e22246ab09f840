import { useState } from 'react';
import type { FieldError } from '../api/ProblemError';

const NOTHING: readonly FieldError[] = [];

/**
 * What a page finds wrong before it sends. Checked when the button is
 * pressed, so that nobody is told off while still typing.
 */
export function useCheck(check?: () => readonly FieldError[]) {
  const [errors, setErrors] = useState(NOTHING);
  /** Whether anything is wrong. */
  const checkNow = (): boolean => {
    const found = check?.() ?? NOTHING;
    // The same empty list keeps the summary from taking the focus again.
    setErrors(found.length > 0 ? found : NOTHING);
    return found.length > 0;
  };
  return { errors, checkNow };
}
