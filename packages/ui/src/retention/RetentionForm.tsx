import {
  DestroyRequestSchema,
  HoldRequestSchema,
  RetentionRowSchema,
  type RetentionAction,
  type RetentionRow,
} from '@imsa-hub/core';
import { RecordActionFrame } from '../actions/RecordActionFrame';
import type { FieldError } from '../api/ProblemError';
import { checkRequest } from '../forms/checkRequest';
import { ReasonField } from '../forms/ReasonField';
import { TextField } from '../forms/TextField';
import { useDraft } from '../forms/useDraft';
import { retentionKeys, type KeptKind } from './KeptKind';
import { retentionChanges } from './retentionChanges';
import { RETENTION_WORDS } from './retentionWords';

/** The form of one decision about how long a record is kept. */
export function RetentionForm(props: {
  kind: KeptKind;
  row: RetentionRow;
  action: RetentionAction;
  onClose(): void;
}) {
  const { kind, row, action, onClose } = props;
  const { why, isDestruction, title, lead, submitLabel, doneMessage } =
    RETENTION_WORDS[action];
  const [value, setValue, clear] = useDraft({
    key: `${kind.plugin}.retention.${action}.${row.id}`,
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
      path={kind.doesPath(row.id, isDestruction ? 'destroy' : 'hold')}
      schema={RetentionRowSchema}
      invalidates={[retentionKeys(kind).all, ...kind.invalidates(row.id)]}
      changesOf={retentionChanges}
      noun={kind.noun}
      list={kind.listPath()}
      keepLabel="Do it all the same"
      check={check}
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      {isDestruction && (
        <TextField
          name="reference"
          label={`Reference of the ${kind.noun}`}
          hint={`To show that you mean this ${kind.noun}, type ${row.reference}.`}
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
