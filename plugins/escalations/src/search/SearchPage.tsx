import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  BoardResponseSchema,
  SearchRequestSchema,
  type SearchRequest,
} from '@imsa-hub/escalations-common';
import {
  checkRequest,
  DateField,
  FormActions,
  HubForm,
  PageBody,
  Select,
  TextField,
  useCheck,
  useDraft,
  useHubQuery,
  useLive,
} from '@imsa-hub/ui';
import { PersonField } from '../actions/PersonField';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import { useBack } from '../api/useBack';
import { choices } from '../words/choices';
import { SearchResults } from './SearchResults';
import { EMPTY_SEARCH, searchRequest } from './searchRequest';

/** Finds a case by what stands outside its sealed content. */
export function SearchPage() {
  const [value, setValue, clear] = useDraft({
    key: 'escalations.search',
    initial: EMPTY_SEARCH,
  });
  const [asked, setAsked] = useState<SearchRequest | null>(null);
  const { errors, checkNow } = useCheck(() => {
    const request = searchRequest(value);
    if (Object.keys(request).length === 0) {
      return [{ field: 'reference', message: 'Say what to look for' }];
    }
    return checkRequest({ schema: SearchRequestSchema, request });
  });
  const found = useHubQuery({
    key: keys.search(asked ?? {}),
    path: apiPaths.search,
    method: 'POST',
    body: asked ?? undefined,
    schema: BoardResponseSchema,
    enabled: asked !== null,
  });
  const back = useBack();
  useLive('escalations');
  const change = (part: Partial<typeof value>) =>
    setValue({ ...value, ...part });
  const reset = () => {
    setValue(EMPTY_SEARCH);
    clear();
    setAsked(null);
  };

  return (
    <PageBody
      title="Find a case"
      lead="Fill in what you know; leave the rest empty. What is sealed in a case is not searched."
      back={back}
    >
      <HubForm
        label="Find a case"
        errors={errors}
        problem={found.error}
        onSubmit={() => {
          if (!checkNow()) setAsked(searchRequest(value));
        }}
      >
        <div className="case-search">
          <TextField
            name="reference"
            label="Reference"
            hint="The Hub’s or the IMSA’s own, or its beginning."
            maxLength={40}
            value={value.reference}
            onChange={reference => change({ reference })}
          />
          <PersonField
            label="Person"
            hint="Who leads, handles or brought it."
            placeholder="Anybody"
            from={({ handlers, imsas }) => [...handlers, ...imsas]}
            value={value.personId}
            onChange={personId => change({ personId })}
          />
          <Select<string>
            name="risk"
            label="Risk"
            placeholder="Any or none"
            choices={choices.risk}
            value={value.risk}
            onChange={risk => change({ risk })}
          />
          <Select<string>
            name="area"
            label="Knowledge area"
            placeholder="Any"
            choices={choices.area}
            value={value.area}
            onChange={area => change({ area })}
          />
          <Select<string>
            name="status"
            label="Where it stands"
            placeholder="Anywhere"
            choices={choices.status}
            value={value.status}
            onChange={status => change({ status })}
          />
          <Select<string>
            name="tier"
            label="Tier"
            placeholder="Any"
            choices={choices.tier}
            value={value.tier}
            onChange={tier => change({ tier })}
          />
          <DateField
            name="raisedFrom"
            label="Brought on or after"
            value={value.raisedFrom}
            onChange={raisedFrom => change({ raisedFrom })}
          />
          <DateField
            name="raisedTo"
            label="Brought on or before"
            value={value.raisedTo}
            onChange={raisedTo => change({ raisedTo })}
          />
        </div>
        <FormActions>
          <Button type="submit" variant="primary" size="medium">
            Find
          </Button>
          <Button variant="tertiary" size="medium" onPress={reset}>
            Begin again
          </Button>
        </FormActions>
      </HubForm>
      {asked && !found.error && <SearchResults found={found.data} />}
    </PageBody>
  );
}
