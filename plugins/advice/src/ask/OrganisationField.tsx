import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';
import { OrganisationChoicesResponseSchema } from '@imsa-hub/advice-common';
import { RadioGroup, TextField, useHubQuery } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

/** An organisation of the register that somebody chose. */
export interface ChosenOrganisation {
  id: string;
  name: string;
}

const PAUSE_MS = 300;
const SHORTEST = 2;

/** The text as it was when the typing paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

function found(options: { count: number; text: string }): string {
  const { count, text } = options;
  if (count === 0) return `Nothing in the register matches “${text}”.`;
  return count === 1
    ? '1 organisation found.'
    : `${count} organisations found.`;
}

/** Looks an organisation up in the register, by a part of its name. */
export function OrganisationField(props: {
  name: string;
  label: string;
  hint?: string;
  value: ChosenOrganisation | null;
  onChange(value: ChosenOrganisation | null): void;
}) {
  const { name, label, hint, value, onChange } = props;
  const [text, setText] = useState('');
  const wanted = usePaused(text.trim());
  const search = useHubQuery({
    key: keys.organisations(wanted),
    path: apiPaths.organisations,
    method: 'POST',
    body: { text: wanted },
    schema: OrganisationChoicesResponseSchema,
    enabled: !value && wanted.length >= SHORTEST,
  });
  const organisations = search.data?.organisations ?? [];

  if (value) {
    return (
      <div className="hub-field">
        <p className="hub-label">{label}</p>
        <div className="hub-row">
          <span>{value.name}</span>
          <Button
            variant="tertiary"
            size="medium"
            aria-label={`Take away ${value.name}`}
            onPress={() => onChange(null)}
          >
            Take away
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="hub-stack">
      <TextField
        name={name}
        label={label}
        hint={<>{hint} Type at least two letters of its name.</>}
        optional
        type="search"
        value={text}
        onChange={setText}
      />
      <p role="status" className="hub-optional">
        {search.error && search.error.detail}
        {search.data && found({ count: organisations.length, text: wanted })}
      </p>
      {organisations.length > 0 && (
        <RadioGroup
          name={`${name}-found`}
          label="Which one is it?"
          choices={organisations.map(({ id, name: its }) => ({
            value: id,
            label: its,
          }))}
          value=""
          onChange={id =>
            onChange(organisations.find(one => one.id === id) ?? null)
          }
        />
      )}
    </div>
  );
}
