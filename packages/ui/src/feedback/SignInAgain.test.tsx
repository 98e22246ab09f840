import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SIGN_IN_AGAIN } from '@imsa-hub/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProblemError } from '../api/ProblemError';
import { signInAgainApiRef, type SignInAgainApi } from '../api/signInAgainApi';
import { HubForm } from '../forms/HubForm';
import { expectAccessible } from '../testing/expectAccessible';

const problem = new ProblemError({
  type: SIGN_IN_AGAIN,
  status: 403,
  detail: 'This weighs much.',
});

function show(leave: SignInAgainApi['leave']) {
  const onSubmit = jest.fn();
  const left = jest.fn(leave);
  const view = render(
    <TestApiProvider apis={[[signInAgainApiRef, { leave: left }]]}>
      <HubForm label="Open it" onSubmit={onSubmit} problem={problem}>
        <input aria-label="Reference" defaultValue="ADV-7K3M9Q" />
      </HubForm>
    </TestApiProvider>,
  );
  const press = () =>
    userEvent.click(screen.getByRole('button', { name: /Sign in again/ }));
  return { ...view, left, press, onSubmit };
}

it('says in the form that one has to sign in again, and takes the focus', async () => {
  const { container, left, onSubmit, press } = show(
    () => new Promise(() => undefined),
  );
  const alert = screen.getByRole('alert', { name: 'Sign in again to go on' });
  expect(alert).toHaveFocus();
  expect(alert).toHaveTextContent('This weighs much.');
  expect(screen.getByLabelText('Reference')).toHaveValue('ADV-7K3M9Q');
  await expectAccessible(container);
  await press();
  expect(left.mock.calls).toEqual([[{ evenIfLost: false }]]);
  expect(onSubmit).not.toHaveBeenCalled();
});

it('stays where what was typed would be lost, and leaves at the second press', async () => {
  const { left, press } = show(async () => 'not-kept');
  await press();
  expect(await screen.findByText(/Copy it first/)).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveFocus();
  await waitFor(() =>
    expect(
      screen.getByRole('button', { name: 'Sign in again' }),
    ).not.toHaveAttribute('aria-disabled'),
  );
  await press();
  expect(left.mock.calls.at(-1)).toEqual([{ evenIfLost: true }]);
});

it('says when that cannot be begun', async () => {
  const { press } = show(async () => {
    throw new Error('no address');
  });
  await press();
  expect(await screen.findByText(/could not be started/)).toBeInTheDocument();
});
