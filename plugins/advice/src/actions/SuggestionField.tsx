import { SuggestionsResponseSchema } from '@imsa-hub/advice-common';
import {
  nameOf,
  Notice,
  QueryBoundary,
  RadioGroup,
  useHubQuery,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

/** Who suits this query best, best first, each with the reasons. */
export function SuggestionField(props: {
  queryId: string;
  value: string;
  onChange(personId: string): void;
}) {
  const { queryId, value, onChange } = props;
  const suggestions = useHubQuery({
    key: keys.suggestions(queryId),
    path: apiPaths.does(queryId, 'suggestions'),
    schema: SuggestionsResponseSchema,
  });
  return (
    <QueryBoundary query={suggestions} what="the suggestions">
      {data =>
        data.suggestions.length === 0 ? (
          <Notice title="Nobody can be suggested">
            Everybody who may answer is in conflict, away or full. Choose
            somebody yourself, or leave it for the queue.
          </Notice>
        ) : (
          <RadioGroup
            name="personId"
            label="Who should have it?"
            hint="Best match first."
            choices={data.suggestions.map(({ person, reasons }) => ({
              value: person.id,
              label: nameOf(person),
              hint: reasons.join(' · '),
            }))}
            value={value}
            onChange={onChange}
          />
        )
      }
    </QueryBoundary>
  );
}
