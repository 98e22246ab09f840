export * from './createPublicAdviceRouter';
export * from './PublicAdvice';
export { readChildrenContacts } from './readPublicCatalog';
