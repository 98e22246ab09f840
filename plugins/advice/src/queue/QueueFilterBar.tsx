import type { RefObject } from 'react';
import { Select } from '@imsa-hub/ui';
import { Button } from '@backstage/ui';
import { areaChoices, nationChoices } from '../words/choices';
import type { QueueFilters } from './queueFilters';

/** Narrows the queue by nation and knowledge area. */
export function QueueFilterBar(props: {
  filters: QueueFilters;
  onChange(filters: QueueFilters): void;
  /** For the shortcut that leads here. */
  bar: RefObject<HTMLDivElement>;
}) {
  const { filters, onChange, bar } = props;
  const isNarrowed = Boolean(filters.nation || filters.area);
  return (
    <div
      ref={bar}
      className="hub-filters"
      role="group"
      aria-label="Narrow the list"
    >
      <Select
        name="nation"
        label="Nation"
        placeholder="All nations"
        choices={nationChoices}
        value={filters.nation}
        onChange={nation => onChange({ ...filters, nation })}
      />
      <Select
        name="area"
        label="Knowledge area"
        placeholder="All areas"
        choices={areaChoices}
        value={filters.area}
        onChange={area => onChange({ ...filters, area })}
      />
      {isNarrowed && (
        <Button
          variant="tertiary"
          size="medium"
          onPress={() => onChange({ ...filters, nation: '', area: '' })}
        >
          Show all
        </Button>
      )}
    </div>
  );
}
