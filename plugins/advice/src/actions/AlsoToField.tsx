import type { QueryRecord } from '@imsa-hub/advice-common';
import { CheckboxGroup } from '@imsa-hub/ui';

/**
 * Whether the askers of queries that were merged into this one are sent the
 * same reply. Nobody is unless chosen: a reply can hold what another told.
 */
export function AlsoToField(props: {
  record: QueryRecord;
  value: readonly string[];
  onChange(value: string[]): void;
}) {
  const { record, value, onChange } = props;
  const merged = record.mergedHere ?? [];
  if (merged.length === 0) return null;
  return (
    <CheckboxGroup
      name="alsoTo"
      label="Who else is sent this reply?"
      hint="Choose them only if nothing in the reply tells who somebody is or what another asker wrote."
      optional
      choices={merged.map(({ id, reference, waitsForReply }) => ({
        value: id,
        label: `Whoever asked ${reference}`,
        hint: waitsForReply ? 'Has had no reply yet' : undefined,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
