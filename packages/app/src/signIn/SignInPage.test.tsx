import '@testing-library/jest-dom';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { hubAuthApiRef } from '../apis/hubAuthApi';
import { SignInPage } from './SignInPage';

const IDENTITY = {
  type: 'user' as const,
  userEntityRef: 'user:default/a',
  ownershipEntityRefs: [],
};

/** The first answer is to "is there a session?", the second to the button. */
function show(...answers: (() => Promise<unknown>)[]) {
  const getBackstageIdentity = jest.fn();
  answers.forEach(answer =>
    getBackstageIdentity.mockImplementationOnce(answer),
  );
  const onSignInSuccess = jest.fn();
  render(
    <TestApiProvider apis={[[hubAuthApiRef, { getBackstageIdentity }]]}>
      <MemoryRouter>
        <SignInPage onSignInSuccess={onSignInSuccess} />
      </MemoryRouter>
    </TestApiProvider>,
  );
  return { getBackstageIdentity, onSignInSuccess };
}

const theButton = () => screen.findByRole('button', { name: 'Sign in' });

describe('SignInPage', () => {
  it('takes up a session that is still good without asking', async () => {
    const { onSignInSuccess, getBackstageIdentity } = show(async () => ({
      token: 't',
      identity: IDENTITY,
    }));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(getBackstageIdentity).toHaveBeenCalledWith({ optional: true });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('leaves for the provider at once when asked', async () => {
    const { getBackstageIdentity } = show(
      async () => undefined,
      () => new Promise(() => undefined),
    );
    await userEvent.click(await theButton());
    expect(getBackstageIdentity).toHaveBeenLastCalledWith({
      instantPopup: true,
    });
  });

  it('says so when that cannot be begun', async () => {
    show(
      async () => undefined,
      async () => {
        throw new Error('no address');
      },
    );
    await userEvent.click(await theButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Sign-in could not be started',
    );
  });

  it('shows people without an account where to ask', async () => {
    show(async () => undefined);
    await theButton();
    expect(
      screen.getByRole('link', { name: 'Ask for advice' }),
    ).toHaveAttribute('href', '/ask');
  });
});
