export { areaList } from '@imsa-hub/ui';
