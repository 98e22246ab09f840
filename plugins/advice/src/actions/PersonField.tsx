import { ErrorState, LoadingState, nameOf, Select } from '@imsa-hub/ui';
import { useColleagues } from '../api/useColleagues';

/** One colleague who may answer, chosen by name. */
export function PersonField(props: {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  placeholder?: string;
  /** Whom not to offer: who has it already. */
  without?: string;
  value: string;
  onChange(personId: string): void;
}) {
  const colleagues = useColleagues();
  if (!colleagues.data) {
    if (!colleagues.error)
      return <LoadingState what="the list of colleagues" />;
    return (
      <ErrorState
        error={colleagues.error}
        title="We could not load the list of colleagues"
        onRetry={() => void colleagues.refetch()}
      />
    );
  }
  return (
    <Select
      name={props.name}
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      placeholder={props.placeholder}
      choices={colleagues.data.people
        .filter(person => person.id !== props.without)
        .map(person => ({ value: person.id, label: nameOf(person) }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
