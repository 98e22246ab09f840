export { eventChoicesFor } from '@imsa-hub/ui';
