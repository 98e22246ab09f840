import {
  QueryRecordSchema,
  type QueryAction,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import { RecordActionFrame, type ActionFormFrame } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { recordChanges } from '../record/recordChanges';

/** What the form of one action needs around its fields. */
export interface ActionFrameProps extends ActionFormFrame {
  action: QueryAction;
  record: QueryRecord;
}

/** The form of one action on a query. */
export function ActionFrame({ action, record, ...rest }: ActionFrameProps) {
  return (
    <RecordActionFrame
      {...rest}
      record={record}
      isAllowed={record.allowedActions.includes(action)}
      path={apiPaths.does(record.id, action)}
      schema={QueryRecordSchema}
      invalidates={[keys.queueAll, keys.day]}
      changesOf={recordChanges}
      noun="query"
      list={pagePaths.queue}
    />
  );
}
