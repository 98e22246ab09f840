import { Button } from '@backstage/ui';
import type { ListField } from '@imsa-hub/core';
import { capital, FieldWords, useField } from '@imsa-hub/ui';
import { useEffect, useRef } from 'react';
import { fieldName, itemsOf, type ListItem } from './pageAnswers';
import { SimpleFieldView, type FieldSurroundings } from './SimpleFieldView';

/** Any number of the same small form: meetings, events, requests. */
export function ListFieldView(props: {
  field: ListField;
  value: unknown;
  onChange(items: readonly ListItem[]): void;
  surroundings: FieldSurroundings;
}) {
  const { field, onChange, surroundings } = props;
  const written = itemsOf(props.value);
  // What has to be given is there to be filled in, without asking for it.
  const items = written.length === 0 && field.required ? [{}] : written;
  const focus = useFocusOnItems(items.length);
  const name = fieldName(field.name);
  const { id, ids, error, control } = useField({
    name,
    label: field.label,
    hint: field.hint,
  });

  const changeItem = (place: number, part: ListItem) =>
    onChange(
      items.map((item, index) =>
        index === place ? { ...item, ...part } : item,
      ),
    );
  return (
    <div
      ref={focus.list}
      id={id}
      className="hub-field raise-list"
      data-invalid={error ? true : undefined}
      role="group"
      aria-label={field.label}
      aria-describedby={control['aria-describedby']}
    >
      <FieldWords ids={ids} hint={field.hint} error={error} />
      {items.map((item, place) => (
        <fieldset
          // Items have no names of their own, and every field is given its value.
          key={place}
          className="raise-item"
          data-item={place}
        >
          <legend className="raise-item-title">
            {capital(field.itemName)} {place + 1}
          </legend>
          {field.item.map(part => (
            <SimpleFieldView
              key={part.name}
              field={part}
              name={`${name}[${place}].${part.name}`}
              value={item[part.name]}
              beside={item}
              onChange={value =>
                changeItem(place, {
                  ...withoutDatesOf(field, part.name),
                  [part.name]: value,
                })
              }
              surroundings={surroundings}
            />
          ))}
          {(items.length > 1 || !field.required) && (
            <div className="hub-row">
              <Button
                variant="tertiary"
                size="medium"
                aria-label={`Take away ${field.itemName} ${place + 1}`}
                onPress={() => {
                  focus.toAdd();
                  onChange(items.filter((_, index) => index !== place));
                }}
              >
                Take away
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {items.length < field.max && (
        <div className="hub-row" data-add>
          <Button
            variant="secondary"
            size="medium"
            onPress={() => {
              focus.toItem(items.length);
              onChange([...items, {}]);
            }}
          >
            {items.length === 0
              ? `Add ${article(field.itemName)} ${field.itemName}`
              : `Add another ${field.itemName}`}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Further dates belong to what happened, and go with it. */
const withoutDatesOf = (field: ListField, name: string): ListItem =>
  Object.fromEntries(
    field.item.flatMap(part =>
      part.kind === 'further-dates' && part.of === name
        ? [[part.name, undefined]]
        : [],
    ),
  );

const article = (noun: string) => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

/** A new item takes the focus; taking one away hands it to the button beneath. */
function useFocusOnItems(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>();
  useEffect(() => {
    if (!wanted.current) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  }, [count]);
  return {
    list,
    toItem(place: number) {
      const item = `[data-item="${place}"]`;
      wanted.current = ['input', 'select', 'textarea']
        .map(control => `${item} ${control}`)
        .join(', ');
    },
    toAdd() {
      wanted.current = '[data-add] button';
    },
  };
}
