import { ConfidentialTextArea } from './ConfidentialTextArea';

/** Longest reason that any contract takes, in characters. */
const REASON_TEXT = 1_000;

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
    <ConfidentialTextArea
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
