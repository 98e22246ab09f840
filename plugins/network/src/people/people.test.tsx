import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson, ids } from '../__testUtils__/aPerson';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderNetwork } from '../__testUtils__/renderNetwork';

const SEARCH = 'POST plugin://network/people/search';
const PERSON = `plugin://network/people/${ids.person}`;
const END_EMPLOYMENT = `POST ${PERSON}/employments/${ids.employment}/end`;
const END_ROLE = `POST ${PERSON}/roles/${ids.grant}/end`;

const personAddress = `/network/people/${ids.person}`;

describe('finding people', () => {
  it('asks by POST, so that no name stands in an address', async () => {
    const backend = new FakeBackend().on(SEARCH, () => ({
      items: [aPerson()],
    }));
    const { container, addresses } = renderNetwork({ backend, at: '/network' });
    await userEvent.type(await screen.findByLabelText('Name'), 'Sample');
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'IMSA');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    await waitFor(() =>
      expect(backend.to(SEARCH).at(-1)?.body).toEqual({
        name: 'Sample',
        role: 'imsa',
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Bea Sample' }),
    ).toHaveAttribute('href', personAddress);
    expect(addresses.join()).not.toContain('Sample');
    await expectAccessible(container);
  });

  it('goes on after the first page', async () => {
    const backend = new FakeBackend().on(SEARCH, ({ body }) =>
      (body as { cursor?: string }).cursor === 'page-2'
        ? { items: [aPerson({ id: ids.grant, displayName: 'Cy Second' })] }
        : { items: [aPerson()], nextCursor: 'page-2' },
    );
    renderNetwork({ backend, at: '/network' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Cy Second' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Bea Sample' }),
    ).toBeInTheDocument();
  });

  it('has no column of roles for whoever is told none', async () => {
    const told = new FakeBackend().on(SEARCH, () => ({ items: [aPerson()] }));
    const first = renderNetwork({ backend: told, at: '/network' });
    await screen.findByRole('link', { name: 'Bea Sample' });
    expect(
      screen.getByRole('columnheader', { name: 'Role' }),
    ).toBeInTheDocument();
    first.unmount();
    const untold = new FakeBackend().on(SEARCH, () => ({
      items: [aPerson({ roles: undefined })],
    }));
    renderNetwork({ backend: untold, at: '/network' });
    await screen.findByRole('link', { name: 'Bea Sample' });
    expect(
      screen.queryByRole('columnheader', { name: 'Role' }),
    ).not.toBeInTheDocument();
  });

  it('says what to do when nobody fits', async () => {
    const backend = new FakeBackend().on(SEARCH, () => ({ items: [] }));
    renderNetwork({ backend, at: '/network' });
    expect(await screen.findByText('Nobody fits')).toBeInTheDocument();
  });

  it('offers former people and the import only to those who keep it', async () => {
    const backend = new FakeBackend().on(SEARCH, () => ({ items: [] }));
    renderNetwork({ backend, at: '/network', keeper: false });
    await screen.findByText('Nobody fits');
    expect(screen.queryByText('People who have left')).not.toBeInTheDocument();
    expect(screen.queryByText('Import from CSV')).not.toBeInTheDocument();
  });
});

describe('a person', () => {
  it('shows what the reader may know, and passes axe', async () => {
    const backend = new FakeBackend().on(`GET ${PERSON}`, () => aPerson());
    const { container } = renderNetwork({ backend, at: personAddress });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Bea Sample' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Trainee')).toBeInTheDocument();
    expect(screen.getByText('Polish')).toBeInTheDocument();
    expect(document.title).toBe('Bea Sample – IMSA Hub');
    await expectAccessible(container);
  });

  it('offers no ending where it is not allowed', async () => {
    const backend = new FakeBackend().on(`GET ${PERSON}`, () =>
      aPerson({ allowedActions: [], grants: undefined, email: undefined }),
    );
    renderNetwork({ backend, at: personAddress });
    await screen.findByRole('heading', { level: 2, name: 'Employments' });
    expect(screen.queryByRole('button', { name: /^End/ })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Roles' })).toBeNull();
  });

  it('says that it is not there when it is not for this reader', async () => {
    const backend = new FakeBackend().on(
      `GET ${PERSON}`,
      () => new Refusal(404, { detail: 'Not found' }),
    );
    renderNetwork({ backend, at: personAddress });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });
});

describe('ending an employment', () => {
  const open = async (backend: FakeBackend) => {
    renderNetwork({ backend, at: personAddress });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'End employment at Northgate Advice',
      }),
    );
    return within(await screen.findByRole('dialog'));
  };
  const confirm = 'End employment';

  it('asks why before anything is sent', async () => {
    const backend = new FakeBackend().on(`GET ${PERSON}`, () => aPerson());
    const dialog = await open(backend);
    await userEvent.click(dialog.getByRole('button', { name: confirm }));
    // Once in the summary, which takes the focus, and once by the field.
    expect(await dialog.findAllByText('Choose why it ends')).toHaveLength(2);
    expect(dialog.getByRole('alert')).toHaveFocus();
    expect(backend.to(END_EMPLOYMENT)).toHaveLength(0);
  });

  it('sends day, reason and the version that was read', async () => {
    const backend = new FakeBackend()
      .on(`GET ${PERSON}`, () => aPerson())
      .on(END_EMPLOYMENT, () => aPerson({ version: 4, active: false }));
    const dialog = await open(backend);
    for (const [label, typed] of [
      ['Day', '1'],
      ['Month', '12'],
      ['Year', '2026'],
    ] as const) {
      await userEvent.clear(dialog.getByLabelText(label));
      await userEvent.type(dialog.getByLabelText(label), typed);
    }
    await userEvent.selectOptions(
      dialog.getByLabelText('Why it ends'),
      'Resigned',
    );
    await userEvent.click(dialog.getByRole('button', { name: confirm }));
    expect(
      await screen.findByText('The employment is ended'),
    ).toBeInTheDocument();
    expect(backend.to(END_EMPLOYMENT)[0]?.body).toEqual({
      version: 3,
      endedOn: '2026-12-01',
      reason: 'resigned',
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says by the field what the register refuses, and keeps the dialog', async () => {
    const backend = new FakeBackend()
      .on(`GET ${PERSON}`, () => aPerson())
      .on(
        END_EMPLOYMENT,
        () =>
          new Refusal(400, {
            detail: 'Mend what is marked',
            fieldErrors: [
              {
                field: 'body.endedOn',
                message: 'Enter a day after the employment began',
              },
            ],
          }),
      );
    const dialog = await open(backend);
    await userEvent.selectOptions(
      dialog.getByLabelText('Why it ends'),
      'Resigned',
    );
    await userEvent.click(dialog.getByRole('button', { name: confirm }));
    // Once in the summary, once by the field.
    expect(
      await dialog.findAllByText('Enter a day after the employment began'),
    ).toHaveLength(2);
    expect(dialog.getByLabelText('Why it ends')).toHaveValue('resigned');
  });

  it('says so when somebody else changed the record first', async () => {
    const backend = new FakeBackend()
      .on(`GET ${PERSON}`, () => aPerson())
      .on(
        END_EMPLOYMENT,
        () =>
          new Refusal(409, {
            detail: 'Somebody changed it',
            current: aPerson({ version: 9 }),
          }),
      );
    const dialog = await open(backend);
    await userEvent.selectOptions(
      dialog.getByLabelText('Why it ends'),
      'Resigned',
    );
    await userEvent.click(dialog.getByRole('button', { name: confirm }));
    expect(
      await dialog.findByText(/Somebody changed this record/),
    ).toBeInTheDocument();
  });
});

describe('ending a role', () => {
  it('sends the day and the version, and leaves the employment', async () => {
    const backend = new FakeBackend()
      .on(`GET ${PERSON}`, () => aPerson())
      .on(END_ROLE, () => aPerson({ version: 4 }));
    renderNetwork({ backend, at: personAddress });
    await userEvent.click(
      await screen.findByRole('button', { name: 'End role IMSA' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'End role' }));
    expect(await screen.findByText('The role is ended')).toBeInTheDocument();
    expect(backend.to(END_ROLE)[0]?.body).toEqual({
      version: 3,
      untilOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(backend.to(END_EMPLOYMENT)).toHaveLength(0);
  });
});

describe('signing somebody out everywhere', () => {
  const END = `POST ${PERSON}/sessions/end`;

  it('asks why, and says what it does', async () => {
    const person = aPerson({ allowedActions: ['edit', 'end-sessions'] });
    const backend = new FakeBackend()
      .on(`GET ${PERSON}`, () => person)
      .on(END, () => person);
    renderNetwork({ backend, at: personAddress });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign them out everywhere' }),
    );
    const asked = within(await screen.findByRole('dialog'));
    const button = asked.getByRole('button', { name: 'Sign them out' });
    await userEvent.click(button);
    expect(asked.getAllByText('Choose a reason').length).toBeGreaterThan(1);
    await expectAccessible(document.body);
    await userEvent.click(asked.getByLabelText(/lost or stolen/));
    await userEvent.click(button);
    expect(
      await screen.findByText('Bea Sample is signed out everywhere'),
    ).toBeInTheDocument();
    expect(backend.to(END).map(({ body }) => body)).toEqual([
      { reason: 'device-lost' },
    ]);
  });

  it('is not offered where the hub does not', async () => {
    const backend = new FakeBackend().on(`GET ${PERSON}`, () => aPerson());
    renderNetwork({ backend, at: personAddress });
    await screen.findByRole('heading', { name: 'Roles' });
    expect(
      screen.queryByRole('button', { name: /Sign them out/ }),
    ).not.toBeInTheDocument();
  });
});
