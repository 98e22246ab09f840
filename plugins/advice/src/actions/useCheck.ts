export { useCheck } from '@imsa-hub/ui';
