export { DestroyedNotice } from './DestroyedNotice';
export type { KeptKind } from './KeptKind';
export { RetentionPage } from './RetentionPage';
export { RetentionSection } from './RetentionSection';
