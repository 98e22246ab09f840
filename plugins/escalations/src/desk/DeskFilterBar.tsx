import type { RefObject } from 'react';
import { Button } from '@backstage/ui';
import type { NamedPerson } from '@imsa-hub/escalations-common';
import { nameOf, Select } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { isNarrowed, NO_NARROWING, type DeskFilters } from './deskFilters';

/** Narrows the board; what is chosen stands in the address. */
export function DeskFilterBar(props: {
  filters: DeskFilters;
  /** Those who handle cases; none where the reader may not know. */
  handlers: readonly NamedPerson[];
  onChange(filters: DeskFilters): void;
  /** For the shortcut that leads here. */
  bar: RefObject<HTMLDivElement>;
}) {
  const { filters, handlers, onChange, bar } = props;
  return (
    <div
      ref={bar}
      className="hub-filters case-filters"
      role="group"
      aria-label="Narrow the list"
    >
      <Select
        name="risk"
        label="Risk"
        placeholder="Any or none"
        choices={choices.risk}
        value={filters.risk}
        onChange={risk => onChange({ ...filters, risk })}
      />
      <Select
        name="nation"
        label="Nation"
        placeholder="All nations"
        choices={choices.nation}
        value={filters.nation}
        onChange={nation => onChange({ ...filters, nation })}
      />
      <Select
        name="region"
        label="Part of the country"
        placeholder="All parts"
        choices={choices.region}
        value={filters.region}
        onChange={region => onChange({ ...filters, region })}
      />
      <Select
        name="area"
        label="Knowledge area"
        placeholder="All areas"
        choices={choices.area}
        value={filters.area}
        onChange={area => onChange({ ...filters, area })}
      />
      <Select
        name="level"
        label="Level"
        placeholder="All levels"
        choices={choices.level}
        value={filters.level}
        onChange={level => onChange({ ...filters, level })}
      />
      {handlers.length > 0 && (
        <Select
          name="handler"
          label="Who handles it"
          placeholder="Everybody"
          choices={handlers.map(person => ({
            value: person.id,
            label: nameOf(person),
          }))}
          value={filters.handler}
          onChange={handler => onChange({ ...filters, handler })}
        />
      )}
      {isNarrowed(filters) && (
        <Button
          variant="tertiary"
          size="medium"
          onPress={() => onChange({ ...filters, ...NO_NARROWING })}
        >
          Show all
        </Button>
      )}
    </div>
  );
}
