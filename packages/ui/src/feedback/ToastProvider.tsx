import {
  createContext,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { Tone } from '../record/StatusBadge';

/** A short message that something was done. */
export interface Toast {
  message: string;
  tone?: Tone;
}

interface ShownToast extends Toast {
  id: number;
}

/** Without a provider a toast is simply not shown. */
export const ToastContext = createContext<(toast: Toast) => void>(
  () => undefined,
);

const SHOWN_MS = 8_000;

function ToastLine(props: { toast: ShownToast; onDone(id: number): void }) {
  const { toast, onDone } = props;
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onDone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onDone, toast.id]);
  return (
    <li
      className="hub-toast"
      data-tone={toast.tone ?? 'positive'}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{toast.message}</span>
      <ButtonIcon
        aria-label="Dismiss"
        variant="tertiary"
        icon={<RiCloseLine aria-hidden="true" />}
        onPress={() => onDone(toast.id)}
      />
    </li>
  );
}

/** Shows toasts at the foot of the window and reads them out politely. */
export function ToastProvider(props: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const nextId = useRef(0);

  const show = useCallback((toast: Toast) => {
    nextId.current += 1;
    const shown = { ...toast, id: nextId.current };
    setToasts(current => [...current.slice(-2), shown]);
  }, []);
  const remove = useCallback(
    (id: number) =>
      setToasts(current => current.filter(toast => toast.id !== id)),
    [],
  );
  const list = useMemo(
    () =>
      toasts.map(toast => (
        <ToastLine key={toast.id} toast={toast} onDone={remove} />
      )),
    [toasts, remove],
  );

  return (
    <ToastContext.Provider value={show}>
      {props.children}
      <div role="status" aria-label="Messages" className="hub-toasts">
        {toasts.length > 0 && <ul>{list}</ul>}
      </div>
    </ToastContext.Provider>
  );
}
