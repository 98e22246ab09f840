import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { Nation, Role } from '@imsa-hub/core';
import { HubForm, Select, TextField, useMe, CheckboxGroup } from '@imsa-hub/ui';
import { nationChoices, roleChoices } from '../shared/choices';
import { RegisterPage } from '../shared/RegisterPage';
import { PeopleTable, type PeopleQuestion } from './PeopleTable';

interface Typed {
  name: string;
  role: Role | '';
  nation: Nation | '';
  former: 'former'[];
}

const NOTHING: Typed = { name: '', role: '', nation: '', former: [] };

function toQuestion({ name, role, nation, former }: Typed): PeopleQuestion {
  return {
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(role ? { role } : {}),
    ...(nation ? { nation } : {}),
    ...(former.length > 0 ? { includeFormer: true } : {}),
  };
}

/** Everybody in the register that this person may see. */
export function PeoplePage() {
  const { has } = useMe();
  const [typed, setTyped] = useState(NOTHING);
  const [asked, setAsked] = useState<PeopleQuestion>({});
  return (
    <RegisterPage view="people" lead="Find a colleague in the network.">
      <div role="search">
        <HubForm
          label="Find people"
          onSubmit={() => setAsked(toQuestion(typed))}
        >
          <div className="hub-filters">
            <TextField
              name="name"
              label="Name"
              value={typed.name}
              maxLength={120}
              onChange={name => setTyped({ ...typed, name })}
            />
            <Select
              name="role"
              label="Role"
              placeholder="Any role"
              choices={roleChoices}
              value={typed.role}
              onChange={role => setTyped({ ...typed, role })}
            />
            <Select
              name="nation"
              label="Nation"
              placeholder="Any nation"
              choices={nationChoices}
              value={typed.nation}
              onChange={nation => setTyped({ ...typed, nation })}
            />
            <Button type="submit" variant="primary" size="medium">
              Find
            </Button>
          </div>
          {has('network.manage') && (
            <CheckboxGroup
              name="former"
              label="Also show"
              choices={[{ value: 'former', label: 'People who have left' }]}
              value={typed.former}
              onChange={former => setTyped({ ...typed, former })}
            />
          )}
        </HubForm>
      </div>
      <PeopleTable search={asked} label="People" />
    </RegisterPage>
  );
}
