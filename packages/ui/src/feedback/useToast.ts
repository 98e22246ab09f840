import { useContext } from 'react';
import { ToastContext, type Toast } from './ToastProvider';

/** Says briefly that something was done: `toast({ message: 'Saved' })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}
