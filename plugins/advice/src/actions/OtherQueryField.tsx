import { useMemo, useState } from 'react';
import { Button } from '@backstage/ui';
import { QUERY_STATUS_NAMES, type QueueRow } from '@imsa-hub/advice-common';
import { NATION_NAMES } from '@imsa-hub/core';
import { ErrorState, LoadingState, RadioGroup, TextField } from '@imsa-hub/ui';
import { useQueue } from '../api/useQueue';
import { areaList } from '../words/areaList';
import { findQueries } from './findQueries';

/** Another query, found by its reference among those one may see. */
export function OtherQueryField(props: {
  name: string;
  label: string;
  without: string;
  value: string;
  onChange(row: QueueRow): void;
}) {
  const { name, label, without, value, onChange } = props;
  const [text, setText] = useState('');
  const queue = useQueue({ view: 'open', nation: '', area: '' });
  const found = useMemo(
    () =>
      findQueries({
        rows: queue.rows ?? [],
        text,
        without,
      }),
    [queue.rows, text, without],
  );

  if (queue.error) {
    return (
      <ErrorState
        error={queue.error}
        title="We could not load the other queries"
        onRetry={queue.retry}
      />
    );
  }
  if (!queue.rows) return <LoadingState what="the other queries" />;
  return (
    <div className="hub-stack">
      <TextField
        name={`${name}-search`}
        label="Look for its reference"
        hint="Any part of it, such as 7K3."
        optional
        size="medium"
        type="search"
        value={text}
        onChange={setText}
      />
      <RadioGroup
        name={name}
        label={label}
        hint={
          found.length === 0
            ? 'None of the open queries matches. Change the reference, or show more.'
            : undefined
        }
        choices={found.map(row => ({
          value: row.id,
          label: row.reference,
          hint: `${areaList(row.areas)} · ${NATION_NAMES[row.nation]} · ${QUERY_STATUS_NAMES[row.status]}`,
        }))}
        value={value}
        onChange={id => {
          const row = found.find(candidate => candidate.id === id);
          if (row) onChange(row);
        }}
      />
      {queue.hasMore && (
        <div className="hub-row">
          <Button
            variant="secondary"
            size="medium"
            isPending={queue.isLoadingMore}
            onPress={queue.loadMore}
          >
            Look through more queries
          </Button>
        </div>
      )}
    </div>
  );
}
