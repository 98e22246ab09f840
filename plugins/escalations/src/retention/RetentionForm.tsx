import {
  DestroyRequestSchema,
  HoldRequestSchema,
  RetentionRowSchema,
  type RetentionAction,
  type RetentionRow,
} from '@imsa-hub/escalations-common';
import {
  checkRequest,
  ReasonField,
  RecordActionFrame,
  TextField,
  useDraft,
  type FieldError,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { retentionChanges } from './retentionChanges';
import { RETENTION_WORDS } from './retentionWords';

/** The form of one decision about how long a case is kept. */
export function RetentionForm(props: {
  row: RetentionRow;
  action: RetentionAction;
  onClose(): void;
}) {
  const { row, action, onClose } = props;
  const { why, isDestruction, title, lead, submitLabel, doneMessage } =
    RETENTION_WORDS[action];
  const [value, setValue, clear] = useDraft({
    key: `escalations.retention.${action}.${row.id}`,
    initial: { reference: '', reason: '' },
  });
  const { reason, reference } = value;
  const body = () =>
    isDestruction ? { reference, reason } : { hold: action === 'hold', reason };
  const check = (): FieldError[] => {
    const isRight = reference.trim().toUpperCase() === row.reference;
    return [
      ...(isDestruction && !isRight
        ? [{ field: 'reference', message: `Type ${row.reference}` }]
        : []),
      ...checkRequest({
        schema: isDestruction ? DestroyRequestSchema : HoldRequestSchema,
        request: { ...body(), version: row.version },
      }),
    ];
  };

  return (
    <RecordActionFrame
      title={title}
      lead={lead}
      submitLabel={submitLabel}
      doneMessage={doneMessage}
      destructive={isDestruction}
      record={row}
      isAllowed={row.allowedActions.includes(action)}
      path={apiPaths.does(row.id, isDestruction ? 'destroy' : 'hold')}
      schema={RetentionRowSchema}
      invalidates={[keys.retentionAll, keys.boardAll, keys.case(row.id)]}
      changesOf={retentionChanges}
      noun="case"
      list={pagePaths.retention()}
      keepLabel="Do it all the same"
      check={check}
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      {isDestruction && (
        <TextField
          name="reference"
          label="Reference of the case"
          hint={`To show that you mean this case, type ${row.reference}.`}
          maxLength={40}
          value={reference}
          onChange={typed => setValue({ ...value, reference: typed })}
        />
      )}
      <ReasonField
        label={why}
        value={reason}
        onChange={typed => setValue({ ...value, reason: typed })}
      />
    </RecordActionFrame>
  );
}
