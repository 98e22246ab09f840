import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  SearchRequestSchema,
  type SearchRequest,
} from '@imsa-hub/escalations-common';
import {
  DateField,
  FormActions,
  HubForm,
  PageBody,
  Select,
  TextField,
  useCheck,
  useDraft,
  useLive,
} from '@imsa-hub/ui';
import { checkRequest } from '../actions/checkRequest';
import { PersonField } from '../actions/PersonField';
import { pagePaths } from '../api/paths';
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
  const { errors, checkNow } = useCheck(() =>
    checkRequest({
      schema: SearchRequestSchema,
      request: searchRequest(value),
    }),
  );
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
      lead="By reference, area, risk, person or date. What is sealed in a case is not searched."
      back={{ href: pagePaths.desk, label: 'Complex cases' }}
    >
      <HubForm
        label="Find a case"
        errors={errors}
        onSubmit={() => {
          if (!checkNow()) setAsked(searchRequest(value));
        }}
      >
        <div className="case-search">
          <TextField
            name="reference"
            label="Reference"
            hint="ESC-… or the case reference, or how either begins."
            optional
            maxLength={40}
            value={value.reference}
            onChange={reference => change({ reference })}
          />
          <PersonField
            label="Person"
            hint="Who leads, handles or brought it."
            optional
            placeholder="Anybody"
            from={({ handlers, imsas }) => [...handlers, ...imsas]}
            value={value.personId}
            onChange={personId => change({ personId })}
          />
          <Select<string>
            name="risk"
            label="Risk"
            optional
            placeholder="Any or none"
            choices={choices.risk}
            value={value.risk}
            onChange={risk => change({ risk })}
          />
          <Select<string>
            name="area"
            label="Knowledge area"
            optional
            placeholder="Any"
            choices={choices.area}
            value={value.area}
            onChange={area => change({ area })}
          />
          <Select<string>
            name="status"
            label="Where it stands"
            optional
            placeholder="Anywhere"
            choices={choices.status}
            value={value.status}
            onChange={status => change({ status })}
          />
          <Select<string>
            name="tier"
            label="Tier"
            optional
            placeholder="Any"
            choices={choices.tier}
            value={value.tier}
            onChange={tier => change({ tier })}
          />
          <DateField
            name="raisedFrom"
            label="Brought on or after"
            optional
            value={value.raisedFrom}
            onChange={raisedFrom => change({ raisedFrom })}
          />
          <DateField
            name="raisedTo"
            label="Brought on or before"
            optional
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
      {asked && <SearchResults request={asked} />}
    </PageBody>
  );
}
