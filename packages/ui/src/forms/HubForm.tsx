import {
  useId,
  useMemo,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { ProblemError, type FieldError } from '../api/ProblemError';
import { SignInAgain } from '../feedback/SignInAgain';
import { ErrorSummary } from './ErrorSummary';
import { FormScopeContext } from './useFieldIds';
import { FormErrorsContext } from './FormErrorsContext';

/** What a form needs besides its fields. */
export interface HubFormProps {
  /** For screen readers, where no heading names the form. */
  label?: string;
  onSubmit(): void;
  /** What the page itself found wrong before sending. */
  errors?: readonly FieldError[];
  /** What the backend answered: its field errors reach their fields. */
  problem?: ProblemError | null;
  children: ReactNode;
}

const NO_ERRORS: readonly FieldError[] = [];

/**
 * A form whose errors appear twice: in a summary that takes focus, and by
 * each field. The browser's own bubbles are off, because they vanish.
 */
export function HubForm(props: HubFormProps) {
  const { label, onSubmit, errors = NO_ERRORS, problem, children } = props;
  const all = useMemo(
    () => (errors.length > 0 ? errors : (problem?.fieldErrors ?? NO_ERRORS)),
    [errors, problem],
  );
  const message =
    all.length === 0 && problem && !problem.isStale
      ? problem.detail
      : undefined;

  const scope = useId();
  const [attempt, setAttempt] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog's form is, to React, inside the form of the page that opened it.
    event.stopPropagation();
    setAttempt(count => count + 1);
    onSubmit();
  };

  return (
    <FormScopeContext.Provider value={scope}>
      <FormErrorsContext.Provider value={all}>
        <form
          className="hub-form"
          noValidate
          aria-label={label}
          onSubmit={submit}
        >
          {problem?.asksForSignIn && all.length === 0 ? (
            <SignInAgain problem={problem} attempt={attempt} />
          ) : (
            <ErrorSummary errors={all} message={message} attempt={attempt} />
          )}
          {children}
        </form>
      </FormErrorsContext.Provider>
    </FormScopeContext.Provider>
  );
}
