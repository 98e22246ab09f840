export {
  QueueTable,
  type QueueColumnConfig,
  type QueueTableProps,
} from './QueueTable';
export { useKeepPlace } from './useKeepPlace';
export { useListNews } from './useListNews';
export { useSteadyRows } from './useSteadyRows';
export { useFilterKey } from './useFilterKey';
export { ViewLinks, type ListView } from './ViewLinks';
export { WaitingList, writtenCount, type WaitingLine } from './WaitingList';
export { narrowTitle } from './narrowTitle';
