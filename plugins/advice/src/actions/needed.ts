export { needed } from '@imsa-hub/ui';
