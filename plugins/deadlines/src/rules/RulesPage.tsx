import { useState } from 'react';
import { REMINDER, type RuleList } from '@imsa-hub/deadlines-common';
import { Notice, QueryBoundary, Select } from '@imsa-hub/ui';
import { nationChoices } from '../shared/choices';
import { LimitsPage } from '../shared/LimitsPage';
import { useRules } from '../shared/useRules';
import {
  eventChoices,
  filterRules,
  SHOW_CHOICES,
  type RuleFilter,
} from './ruleFilter';
import { RuleTable } from './RuleTable';

function Rules({ list }: { list: RuleList }) {
  const [filter, setFilter] = useState<RuleFilter>({
    nation: '',
    eventId: '',
    show: 'now',
  });
  const fitting = filterRules(list.rules, filter);
  return (
    <>
      {list.setAside.length > 0 && (
        <Notice
          tone="warning"
          title="An update brought rules that do not fit what the Hub decided"
        >
          <p>They are not used: {list.setAside.join('; ')}.</p>
        </Notice>
      )}
      <div className="hub-filters">
        <Select
          name="nation"
          label="Nation"
          placeholder="All nations"
          choices={nationChoices}
          value={filter.nation}
          onChange={nation => setFilter({ ...filter, nation, eventId: '' })}
        />
        <Select
          name="eventId"
          label="What happened"
          placeholder="Anything"
          choices={eventChoices(list.rules, filter.nation)}
          value={filter.eventId}
          onChange={eventId => setFilter({ ...filter, eventId })}
        />
        <Select
          name="show"
          label="Rules"
          placeholder="All rules"
          choices={SHOW_CHOICES}
          value={filter.show}
          onChange={show => setFilter({ ...filter, show })}
        />
      </div>
      <p role="status" className="hub-optional">
        {fitting.length === 1 ? '1 rule' : `${fitting.length} rules`}
      </p>
      <RuleTable rules={fitting} />
    </>
  );
}

/** Every rule of legal limits, by nation and by what happened. */
export function RulesPage() {
  const rules = useRules();
  return (
    <LimitsPage view="rules" lead={REMINDER}>
      <QueryBoundary query={rules} what="the rules">
        {list => <Rules list={list} />}
      </QueryBoundary>
    </LimitsPage>
  );
}
