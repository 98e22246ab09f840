export { nameOf } from '@imsa-hub/ui';
