export { capital } from '@imsa-hub/ui';
