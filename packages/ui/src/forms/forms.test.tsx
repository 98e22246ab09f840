import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { ProblemError } from '../api/ProblemError';
import { expectAccessible } from '../testing/expectAccessible';
import { CheckboxGroup } from './CheckboxGroup';
import { DateField } from './DateField';
import { HubForm } from './HubForm';
import { RadioGroup } from './RadioGroup';
import { Select } from './Select';
import { TextArea } from './TextArea';
import { TextField } from './TextField';

const NATIONS = [
  { value: 'england', label: 'England' },
  { value: 'wales', label: 'Wales', hint: 'In Welsh too' },
] as const;
type Nation = (typeof NATIONS)[number]['value'];

function Everything(props: {
  problem?: ProblemError;
  onSubmit?(): void;
  onDate?(date: string): void;
}) {
  const [name, setName] = useState('');
  const [story, setStory] = useState('');
  const [nation, setNation] = useState<Nation | ''>('');
  const [chosen, setChosen] = useState<Nation | ''>('');
  const [several, setSeveral] = useState<Nation[]>([]);
  const [date, setDate] = useState('2026-03-09');
  return (
    <HubForm
      label="Everything"
      problem={props.problem}
      onSubmit={() => props.onSubmit?.()}
    >
      <TextField
        name="name"
        label="Name"
        hint="As on the badge"
        value={name}
        onChange={setName}
      />
      <TextArea
        name="story"
        label="Story"
        maxLength={10}
        value={story}
        onChange={setStory}
      />
      <Select
        name="nation"
        label="Nation"
        choices={NATIONS}
        value={nation}
        onChange={value => setNation(value)}
      />
      <RadioGroup
        name="one"
        label="One of them"
        choices={NATIONS}
        value={chosen}
        onChange={value => setChosen(value)}
      />
      <CheckboxGroup
        name="several"
        label="Several"
        optional
        choices={NATIONS}
        value={several}
        onChange={setSeveral}
      />
      <DateField
        name="told.0.on"
        label="Day you told the person"
        value={date}
        onChange={value => {
          setDate(value);
          props.onDate?.(value);
        }}
      />
      <button type="submit">Send</button>
    </HubForm>
  );
}

const refusing = (fieldErrors: { field: string; message: string }[]) =>
  new ProblemError({ status: 400, detail: 'Mend what is marked', fieldErrors });

beforeAll(() => {
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('a form', () => {
  it('names each control and passes axe', async () => {
    const { container } = render(<Everything />);
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(
      'As on the badge',
    );
    expect(
      screen.getByRole('group', { name: 'Several (optional)' }),
    ).toBeInTheDocument();
    expect(screen.getAllByLabelText('Wales')[0]).toHaveAccessibleDescription(
      'In Welsh too',
    );
    await expectAccessible(container);
  });

  it('says twice what is wrong, takes the focus, and leads to the field', async () => {
    const problem = refusing([
      { field: 'name', message: 'Enter your name' },
      { field: 'told.0.on', message: 'Enter the date you told the person' },
    ]);
    const { container } = render(<Everything problem={problem} />);
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(screen.getByLabelText('Name')).toBeInvalid();
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(
      /Enter your name/,
    );
    await expectAccessible(container);
    await userEvent.click(
      within(summary).getByRole('link', {
        name: 'Enter the date you told the person',
      }),
    );
    expect(screen.getByLabelText('Day')).toHaveFocus();
  });

  it('says a refusal that no field is to blame for', () => {
    render(<Everything problem={refusing([])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Mend what is marked');
  });

  it('says nothing of a conflict: the page shows both versions', () => {
    render(
      <Everything
        problem={
          new ProblemError({ status: 409, detail: 'Stale', current: {} })
        }
      />,
    );
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what was typed when it is refused', async () => {
    const { rerender } = render(<Everything />);
    await userEvent.type(screen.getByLabelText('Name'), 'Ada');
    rerender(
      <Everything problem={refusing([{ field: 'name', message: 'Longer' }])} />,
    );
    expect(screen.getByLabelText('Name')).toHaveValue('Ada');
  });

  it('is sent by the keyboard', async () => {
    const onSubmit = jest.fn();
    render(<Everything onSubmit={onSubmit} />);
    await userEvent.type(screen.getByLabelText('Name'), 'Ada{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});

describe('a form in a dialog', () => {
  it('is not sent together with the form that opened it', async () => {
    const outer = jest.fn();
    const inner = jest.fn();
    const Dialog = () =>
      createPortal(
        <HubForm label="Inner" onSubmit={inner}>
          <button type="submit">Send inner</button>
        </HubForm>,
        document.body,
      );
    render(
      <HubForm label="Outer" onSubmit={outer}>
        <Dialog />
      </HubForm>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send inner' }));
    expect(inner).toHaveBeenCalledTimes(1);
    expect(outer).not.toHaveBeenCalled();
  });
});

describe('fields', () => {
  it('count the characters and let too many be typed, then say so', async () => {
    render(<Everything />);
    await userEvent.type(screen.getByLabelText('Story'), 'Twelve chars');
    expect(screen.getByLabelText('Story')).toHaveValue('Twelve chars');
    expect(screen.getByText('2 characters too many')).toBeInTheDocument();
  });

  it('keep the order of the choices, whatever the order of ticking', async () => {
    const seen: Nation[][] = [];
    function Box() {
      const [value, setValue] = useState<Nation[]>([]);
      return (
        <CheckboxGroup
          name="n"
          label="Nations"
          choices={NATIONS}
          value={value}
          onChange={next => {
            seen.push(next);
            setValue(next);
          }}
        />
      );
    }
    render(<Box />);
    await userEvent.click(screen.getByLabelText('Wales'));
    await userEvent.click(screen.getByLabelText('England'));
    await userEvent.click(screen.getByLabelText('Wales'));
    expect(seen).toEqual([['wales'], ['england', 'wales'], ['england']]);
  });

  it('move along radio buttons by the arrow keys', async () => {
    render(<Everything />);
    const group = screen.getByRole('group', { name: 'One of them' });
    await userEvent.click(within(group).getByLabelText('England'));
    await userEvent.keyboard('{ArrowDown}');
    expect(within(group).getByLabelText('Wales')).toBeChecked();
  });

  it('give a select’s choice, and nothing for its first line', async () => {
    render(<Everything />);
    const select = screen.getByLabelText('Nation');
    await userEvent.selectOptions(select, 'Wales');
    expect(select).toHaveValue('wales');
    await userEvent.selectOptions(select, 'Choose…');
    expect(select).toHaveValue('');
  });
});

describe('a date', () => {
  it('is typed as day, month, year and given as year-month-day', async () => {
    const onDate = jest.fn();
    render(<Everything onDate={onDate} />);
    expect(screen.getByLabelText('Day')).toHaveValue('09');
    await userEvent.clear(screen.getByLabelText('Day'));
    await userEvent.type(screen.getByLabelText('Day'), '7');
    expect(onDate).toHaveBeenLastCalledWith('2026-03-07');
    // What was typed stays as typed.
    expect(screen.getByLabelText('Day')).toHaveValue('7');
  });

  it('may be one that does not exist: the server says what is amiss', async () => {
    const onDate = jest.fn();
    render(<Everything onDate={onDate} />);
    await userEvent.clear(screen.getByLabelText('Day'));
    await userEvent.type(screen.getByLabelText('Day'), '31');
    await userEvent.clear(screen.getByLabelText('Month'));
    await userEvent.type(screen.getByLabelText('Month'), '02x');
    expect(onDate).toHaveBeenLastCalledWith('2026-02-31');
  });

  it('is nothing when all three are empty', async () => {
    const onDate = jest.fn();
    render(<Everything onDate={onDate} />);
    for (const part of ['Day', 'Month', 'Year']) {
      await userEvent.clear(screen.getByLabelText(part));
    }
    expect(onDate).toHaveBeenLastCalledWith('');
  });
});
