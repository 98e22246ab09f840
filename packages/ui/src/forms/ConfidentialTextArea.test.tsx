import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindingKind } from '@imsa-hub/core';
import { useState } from 'react';
import { expectAccessible } from '../testing/expectAccessible';
import { ConfidentialTextArea } from './ConfidentialTextArea';
import { ConfidentialTextField } from './ConfidentialTextField';
import { ReasonField } from './ReasonField';

function Field(props: {
  strictness?: 'refuse' | 'mark';
  expects?: readonly FindingKind[];
  onFindings?(): void;
}) {
  const [value, setValue] = useState('');
  return (
    <ConfidentialTextArea
      name="note"
      label="Note"
      value={value}
      onChange={setValue}
      {...props}
    />
  );
}

const type = async (text: string) => {
  await userEvent.click(screen.getByLabelText('Note'));
  await userEvent.paste(text);
};

describe('ConfidentialTextArea', () => {
  it('says what it found, where, and why; and passes axe', async () => {
    const { container } = render(<Field />);
    await type('Write to ada@home.example about it.');
    expect(
      await screen.findByText(/looks like an e-mail address/),
    ).toBeInTheDocument();
    expect(screen.getByText(/line 1, from character 10/)).toBeInTheDocument();
    expect(screen.getByText('1 place could identify somebody')).toHaveAttribute(
      'role',
      'status',
    );
    await expectAccessible(container);
  });

  it('puts the suggested wording in, and is then content', async () => {
    render(<Field />);
    await type('Write to ada@home.example about it.');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Use “[e-mail address removed]”',
      }),
    );
    expect(screen.getByLabelText('Note')).toHaveValue(
      'Write to [e-mail address removed] about it.',
    );
    await waitFor(() =>
      expect(screen.queryByText(/looks like/)).not.toBeInTheDocument(),
    );
  });

  it('replaces everything at once', async () => {
    render(<Field />);
    await type('ada@home.example and bea@home.example');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Use the suggested wording everywhere',
      }),
    );
    expect(screen.getByLabelText('Note')).toHaveValue(
      '[e-mail address removed] and [e-mail address removed]',
    );
  });

  it.each([
    ['mark', /Leave it in only if it is needed/],
    ['refuse', /cannot be sent/],
  ] as const)('under "%s" says what follows', async (strictness, words) => {
    render(<Field strictness={strictness} />);
    await type('ada@home.example');
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('tells the page what it found', async () => {
    const onFindings = jest.fn();
    render(<Field onFindings={onFindings} />);
    await type('ada@home.example');
    await waitFor(() =>
      expect(onFindings).toHaveBeenLastCalledWith([
        expect.objectContaining({ kind: 'email' }),
      ]),
    );
  });

  it('says nothing of plain words', async () => {
    const onFindings = jest.fn();
    render(<Field onFindings={onFindings} />);
    await type('Is there a time limit?');
    await waitFor(() => expect(onFindings).toHaveBeenLastCalledWith([]));
    expect(screen.queryByText(/looks like/)).not.toBeInTheDocument();
  });

  it('says quietly what belongs there, and warns of the rest', async () => {
    render(<Field expects={['phone']} />);
    await type('07700 900123 or ada@home.example');
    expect(
      await screen.findByText(/holds a phone number\. It belongs here/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/looks like an e-mail address/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/looks like a phone number/)).toBeNull();
    expect(screen.getByText('1 place could identify somebody')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it.each([
    ['a field of one line', ConfidentialTextField],
    ['a reason', ReasonField],
  ])('%s is checked as it is typed', async (_, Control) => {
    function Form() {
      const [value, setValue] = useState('');
      return (
        <Control name="n" label="Note" value={value} onChange={setValue} />
      );
    }
    render(<Form />);
    await type('Ring 07700 900123');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Use “[phone number removed]”',
      }),
    );
    expect(screen.getByLabelText('Note')).toHaveValue(
      'Ring [phone number removed]',
    );
  });
});
