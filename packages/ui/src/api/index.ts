export { ProblemError, type FieldError } from './ProblemError';
export {
  hubRequest,
  type Fetcher,
  type HubRequest,
  type ResponseSchema,
} from './hubRequest';
export { signInAgainApiRef, type SignInAgainApi } from './signInAgainApi';
export { useHubApi, type HubApi } from './useHubApi';
export { createHubQueryClient } from './createHubQueryClient';
export { HubQueryProvider } from './HubQueryProvider';
export { useHubQuery, type HubQueryOptions } from './useHubQuery';
export { useHubPages, type HubPagesOptions } from './useHubPages';
export { useHubMutation, type HubMutationOptions } from './useHubMutation';
export { useHubDownload } from './useHubDownload';
export { useHubUpload, type HubUploadOptions } from './useHubUpload';
export { newestOf, type Received } from './newestOf';
export { useKeepAnswer } from './useKeepAnswer';
export { useOnce } from './useOnce';
export {
  FreshRecordsProvider,
  useFreshRecords,
  type FreshRecords,
  type VersionedRecord,
} from './FreshRecords';
export {
  readCurrent,
  useRecordAction,
  type RecordActionOptions,
} from './useRecordAction';
