export { MeSchema, type Me } from './MeSchema';
export { MeProvider } from './MeProvider';
export { useMe, type MeResult } from './useMe';
