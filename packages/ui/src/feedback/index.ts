export { Notice } from './Notice';
export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { LoadingState } from './LoadingState';
export { QueryBoundary } from './QueryBoundary';
export { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog';
export { ConflictNotice, type ConflictRow } from './ConflictNotice';
export { ToastProvider, type Toast } from './ToastProvider';
export { useToast } from './useToast';
