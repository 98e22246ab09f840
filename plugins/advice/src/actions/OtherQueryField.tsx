import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  FindQueryResponseSchema,
  QueryReferenceSchema,
  type QueueRow,
} from '@imsa-hub/advice-common';
import { Notice, TextField, useHubMutation } from '@imsa-hub/ui';
import { apiPaths } from '../api/paths';
import { otherQueryOf, type OtherQuery } from './otherQuery';

/**
 * Another query, found by its whole reference. What does not exist and what
 * one may not see are the same answer.
 */
export function OtherQueryField(props: {
  name: string;
  label: string;
  without: string;
  value: OtherQuery | null;
  onChange(other: OtherQuery | null): void;
  /** Why a query that was found cannot be chosen, if so. */
  unfit?(row: QueueRow): string | undefined;
}) {
  const { name, label, without, value, onChange, unfit } = props;
  const [text, setText] = useState(value?.reference ?? '');
  const [said, setSaid] = useState<string>();
  const search = useHubMutation({
    path: apiPaths.find,
    schema: FindQueryResponseSchema,
    body: (reference: string) => ({ reference }),
  });

  const type = (typed: string) => {
    setText(typed);
    setSaid(undefined);
    onChange(null);
  };
  const take = (row: QueueRow | null) => {
    if (!row) return 'There is no query with this reference that you can see.';
    if (row.id === without) return 'That is this query itself.';
    const why = unfit?.(row);
    if (!why) onChange(otherQueryOf(row));
    return why;
  };
  const find = async () => {
    const reference = QueryReferenceSchema.safeParse(text);
    if (!reference.success) {
      setSaid('Enter a whole reference such as ADV-7K3M9Q.');
      return;
    }
    setSaid(undefined);
    const answer = await search.mutateAsync(reference.data).catch(() => null);
    setSaid(
      answer ? take(answer.query) : 'We could not look it up. Try again.',
    );
  };

  return (
    <div className="hub-stack">
      <div className="hub-row advice-find">
        <TextField
          name={name}
          label={label}
          hint="Its reference, such as ADV-7K3M9Q."
          size="medium"
          maxLength={40}
          value={text}
          onChange={type}
          onEnter={() => void find()}
        />
        <Button
          variant="secondary"
          size="medium"
          isPending={search.isPending}
          onPress={() => void find()}
        >
          Find it
        </Button>
      </div>
      {said && <Notice tone="warning" title={said} announce />}
      {value && (
        <Notice
          tone="information"
          title={`${value.reference} is chosen`}
          announce
        >
          {value.about}
        </Notice>
      )}
    </div>
  );
}
