export { useOnce } from '@imsa-hub/ui';
