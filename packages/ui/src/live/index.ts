export { LiveProvider } from './LiveProvider';
export { useLive } from './useLive';
