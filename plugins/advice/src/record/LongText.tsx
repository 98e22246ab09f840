export { LongText } from '@imsa-hub/ui';
