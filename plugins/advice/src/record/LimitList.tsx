export { LimitList } from '@imsa-hub/ui';
