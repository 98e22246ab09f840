export { ReasonField } from '@imsa-hub/ui';
