import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aQueryRecord } from '../__testUtils__/aQueryRecord';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { Refusal } from '../__testUtils__/FakeBackend';
import { routeOf, showQuery } from '../__testUtils__/showQuery';

const record = aQueryRecord({
  safety: {
    'nowhere-safe-tonight': 'no',
    'contact-with-exploiter': 'not-known',
    'removal-eviction-or-detention': 'no',
  },
  allowedActions: ['change-safety'],
});
const route = routeOf(record, 'change-safety');
const sent = {
  version: 3,
  safety: { ...record.safety, 'contact-with-exploiter': 'yes' },
  reason: 'The asker wrote so',
};

describe('changing the safety answers', () => {
  it('starts from what is known, warns of danger and sends all three', async () => {
    const { screen, backend, container } = showQuery(record);
    backend.on(route, { ...record, version: 4 });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the answers' }),
    );
    const form = within(
      screen.getByRole('form', { name: 'Change the safety answers' }),
    );
    const send = form.getByRole('button', { name: 'Change the answers' });
    const contact = within(
      form.getByRole('group', { name: /contact with an exploiter/ }),
    );
    expect(contact.getByRole('radio', { name: 'Not known' })).toBeChecked();
    await userEvent.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent('Give a reason');
    await userEvent.click(contact.getByRole('radio', { name: 'Yes' }));
    expect(form.getByText(/ring 999 first/)).toBeInTheDocument();
    await userEvent.type(
      form.getByLabelText('How do you know of it?'),
      sent.reason,
    );
    await expectAccessible(container);
    await userEvent.click(send);
    await waitFor(() => expect(backend.to(route)[0]?.body).toEqual(sent));
    expect(
      await screen.findByText('The safety answers are changed'),
    ).toBeInTheDocument();
  });

  it('keeps what was typed when it is refused', async () => {
    const { screen, backend } = showQuery(record);
    backend.on(
      route,
      new Refusal(400, {
        fieldErrors: [
          {
            field: 'body.safety',
            message: 'These are the answers already. Change at least one',
          },
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the answers' }),
    );
    const form = within(
      screen.getByRole('form', { name: 'Change the safety answers' }),
    );
    const why = form.getByLabelText('How do you know of it?');
    await userEvent.type(why, sent.reason);
    await userEvent.click(
      form.getByRole('button', { name: 'Change the answers' }),
    );
    expect(
      await screen.findByText(/These are the answers already/),
    ).toBeInTheDocument();
    expect(why).toHaveValue(sent.reason);
  });

  it('is not offered to whoever may not', async () => {
    const { screen } = showQuery(aQueryRecord({ allowedActions: [] }));
    await screen.findByRole('heading', { name: 'Safety' });
    expect(
      screen.queryByRole('button', { name: 'Change the answers' }),
    ).toBeNull();
  });
});
