import { TextArea } from '@imsa-hub/ui';
import { REASON_TEXT } from '@imsa-hub/advice-common';

/** Why something is done; kept in the history. */
export function ReasonField(props: {
  label: string;
  hint?: string;
  name?: string;
  optional?: boolean;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <TextArea
      name={props.name ?? 'reason'}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      rows={3}
      maxLength={REASON_TEXT}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
