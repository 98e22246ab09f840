import { useEffect, useId, useRef } from 'react';
import { Link } from '@backstage/ui';
import type { FieldError } from '../api/ProblemError';
import { useFieldIds } from './useFieldIds';

const FOCUSABLE = 'input, textarea, select, button';

function goToField(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  const target = element.matches(FOCUSABLE)
    ? element
    : (element.querySelector<HTMLElement>(FOCUSABLE) ?? element);
  target.focus();
  element.scrollIntoView({ block: 'center' });
}

/**
 * What must be put right, above the form. It takes the focus when it says
 * something else, and at each new attempt; never while somebody is typing.
 */
export function ErrorSummary(props: {
  errors: readonly FieldError[];
  /** Said where no single field is to blame. */
  message?: string;
  title?: string;
  /** Counts the attempts to send. */
  attempt?: number;
  /** Where each error is mended, if that is another page. */
  hrefOf?(error: FieldError): string;
}) {
  const { errors, message, title = 'There is a problem', attempt } = props;
  const { hrefOf } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const fieldId = useFieldIds();
  const isShown = errors.length > 0 || Boolean(message);
  // By what is said: the list itself may be a new one at each keystroke.
  const said = JSON.stringify([errors, message]);

  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, said, attempt]);

  if (!isShown) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={id}
      className="hub-error-summary"
    >
      <h2 id={id}>{title}</h2>
      {message && <p>{message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(error => (
            <li key={`${error.field} ${error.message}`}>
              {hrefOf ? (
                <Link href={hrefOf(error)}>{error.message}</Link>
              ) : (
                <a
                  href={`#${fieldId(error.field)}`}
                  onClick={event => {
                    event.preventDefault();
                    goToField(fieldId(error.field));
                  }}
                >
                  {error.message}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
