import type { ErasureView, SubjectAccessState } from '@imsa-hub/network-common';
import { SIGN_IN_AGAIN } from '@imsa-hub/core';
import { arriveAs, keepForReturn } from '@imsa-hub/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson, ids } from '../__testUtils__/aPerson';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderNetwork } from '../__testUtils__/renderNetwork';

const PERSON = `plugin://network/people/${ids.person}`;
const STATE = `${PERSON}/subject-access`;
const at = `/network/people/${ids.person}`;

const answer = {
  record: {
    madeAt: '2026-11-26T10:00:00.000Z',
    person: { id: ids.person, name: 'Bea Sample' },
    about: [],
    sections: [],
  },
  html: '<p>All of it</p>',
};
const aState = (
  given: Partial<SubjectAccessState> = {},
): SubjectAccessState => ({
  hold: null,
  erasure: null,
  erasedAt: null,
  cannotEraseBecause: null,
  allowedActions: ['export', 'place-hold', 'ask-erasure'],
  ...given,
});
const anErasure = (given: Partial<ErasureView> = {}): ErasureView => ({
  id: ids.grant,
  personId: ids.person,
  personReference: 'K3F9Q2',
  reason: 'no-longer-needed',
  status: 'asked',
  askedAt: '2026-11-26T10:00:00.000Z',
  askedBy: 'Ada Example',
  allowedActions: ['confirm', 'decline'],
  ...given,
});

/** Files that were saved, by name. */
function watchFiles() {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
  return saved;
}
afterEach(() => jest.restoreAllMocks());

const aHub = (state = aState()) =>
  new FakeBackend()
    .on(`GET ${PERSON}`, () => aPerson({ active: false }))
    .on(`GET ${STATE}`, () => state);
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const dialog = async () => within(await screen.findByRole('dialog'));

describe('what is held on somebody', () => {
  it('is exported for a reason, as two files without a name in theirs', async () => {
    const saved = watchFiles();
    const backend = aHub().on(`POST ${STATE}`, () => answer);
    const { container } = renderNetwork({ backend, at });
    await press('Export what is held');
    const asked = await dialog();
    await userEvent.click(
      asked.getByRole('button', { name: 'Make the export' }),
    );
    expect(asked.getAllByText('Choose a reason').length).toBeGreaterThan(1);
    expect(backend.to(`POST ${STATE}`)).toEqual([]);
    await expectAccessible(document.body);
    await userEvent.click(asked.getByLabelText('They asked for it'));
    await userEvent.click(
      asked.getByRole('button', { name: 'Make the export' }),
    );
    await press('Save to read');
    await press('Save as data (JSON)');
    expect(saved).toEqual([
      'held-zzzzz1-2026-11-26.html',
      'held-zzzzz1-2026-11-26.json',
    ]);
    expect(backend.to(`POST ${STATE}`)[0]?.body).toEqual({
      reason: 'asked-by-person',
    });
    await expectAccessible(container);
  });

  it('says why it cannot be erased now, and offers only what can be done', async () => {
    const backend = aHub(
      aState({
        cannotEraseBecause: 'There is a hold on their details. Lift it first.',
        hold: { reason: 'complaint', placedAt: '2026-11-01T10:00:00.000Z' },
        allowedActions: ['export', 'lift-hold'],
      }),
    ).on(`POST ${PERSON}/hold/lift`, () => aState());
    renderNetwork({ backend, at });
    expect(await screen.findByText(/A complaint is open/)).toBeInTheDocument();
    expect(screen.getByText(/Lift it first/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Ask for erasure' }),
    ).not.toBeInTheDocument();
    await press('Lift the hold');
    await userEvent.click(
      (await dialog()).getByRole('button', { name: 'Lift the hold' }),
    );
    await waitFor(() =>
      expect(backend.to(`POST ${PERSON}/hold/lift`)).toHaveLength(1),
    );
  });

  it('keeps the dialog and says what is in the way', async () => {
    const backend = aHub().on(
      `POST ${PERSON}/erasure`,
      () => new Refusal(409, { detail: 'This has been asked for already.' }),
    );
    renderNetwork({ backend, at });
    await press('Ask for erasure');
    const asked = await dialog();
    await userEvent.click(asked.getByLabelText('They asked for it'));
    await userEvent.click(
      asked.getByRole('button', { name: 'Ask for erasure' }),
    );
    expect(
      await asked.findByText('This has been asked for already.'),
    ).toBeInTheDocument();
  });

  it('asks for a new sign-in where the last is too old, and comes back as it was', async () => {
    const backend = aHub().on(
      `POST ${STATE}`,
      () => new Refusal(403, { type: SIGN_IN_AGAIN, detail: 'Sign in.' }),
    );
    arriveAs('ada', { gaveUp: false });
    const left = renderNetwork({ backend, at });
    await press('Export what is held');
    const asked = await dialog();
    await userEvent.click(asked.getByLabelText('They asked for it'));
    await userEvent.click(
      asked.getByRole('button', { name: 'Make the export' }),
    );
    expect(
      await asked.findByRole('alert', { name: 'Sign in again to go on' }),
    ).toHaveFocus();
    await expectAccessible(document.body);
    keepForReturn('ada');
    left.unmount();
    arriveAs('ada', { gaveUp: false });

    backend.on(`POST ${STATE}`, () => answer);
    renderNetwork({ backend, at });
    const again = await dialog();
    expect(again.getByLabelText('They asked for it')).toBeChecked();
    await userEvent.click(
      again.getByRole('button', { name: 'Make the export' }),
    );
    await screen.findByRole('button', { name: 'Save to read' });
    expect(backend.to(`POST ${STATE}`).map(({ body }) => body)).toEqual([
      { reason: 'asked-by-person' },
      { reason: 'asked-by-person' },
    ]);
  });

  it('is not there for others than the Hub Manager', async () => {
    const backend = aHub();
    renderNetwork({ backend, at, keeper: false });
    await screen.findByRole('heading', { name: 'About' });
    expect(screen.queryByText('What is held on them')).not.toBeInTheDocument();
    expect(backend.to(`GET ${STATE}`)).toEqual([]);
  });
});

describe('what is held about me', () => {
  it('is had without a reason', async () => {
    const saved = watchFiles();
    const backend = new FakeBackend().on(
      'POST plugin://network/held-about-me',
      () => answer,
    );
    const { container } = renderNetwork({ backend, at: '/held' });
    await press('Make the export');
    await press('Save to read');
    expect(saved).toEqual(['held-zzzzz1-2026-11-26.html']);
    await expectAccessible(container);
  });

  it('says what to do when it could not be made', async () => {
    const backend = new FakeBackend().on(
      'POST plugin://network/held-about-me',
      () => new Refusal(503, { detail: 'Try again in a minute.' }),
    );
    renderNetwork({ backend, at: '/held' });
    await press('Make the export');
    expect(
      await screen.findByText('Try again in a minute.'),
    ).toBeInTheDocument();
  });
});

describe('erasures', () => {
  const LIST = 'GET plugin://network/erasures';

  it('are decided after a new sign-in where the last is too old', async () => {
    const backend = new FakeBackend()
      .on(LIST, () => ({ erasures: [anErasure()] }))
      .on(
        `POST plugin://network/erasures/${ids.grant}/confirm`,
        () => new Refusal(403, { type: SIGN_IN_AGAIN, detail: 'Sign in.' }),
      );
    arriveAs('ada', { gaveUp: false });
    const left = renderNetwork({ backend, at: '/erasures' });
    await press(/Confirm the erasure/);
    await userEvent.click(
      (await dialog()).getByRole('button', { name: 'Erase' }),
    );
    await screen.findByRole('alert', { name: 'Sign in again to go on' });
    keepForReturn('ada');
    left.unmount();
    arriveAs('ada', { gaveUp: false });
    renderNetwork({ backend, at: '/erasures' });
    expect(
      await screen.findByRole('dialog', {
        name: 'Erase the details of K3F9Q2?',
      }),
    ).toBeInTheDocument();
  });

  it('are confirmed by a second person, by reference', async () => {
    const confirm = `POST plugin://network/erasures/${ids.grant}/confirm`;
    const backend = new FakeBackend()
      .on(LIST, () => ({
        erasures: [
          anErasure(),
          anErasure({
            id: ids.employment,
            personReference: 'AAAAAA',
            status: 'done',
            allowedActions: [],
          }),
        ],
      }))
      .on(confirm, () => ({ erasures: [] }));
    const { container } = renderNetwork({ backend, at: '/erasures' });
    await screen.findByText('Waiting for a second person');
    await expectAccessible(container);
    await press('Confirm the erasure of K3F9Q2');
    const asked = await dialog();
    expect(asked.getByText(/cannot be undone/)).toBeInTheDocument();
    expect(backend.to(confirm)).toEqual([]);
    await userEvent.click(asked.getByRole('button', { name: 'Erase' }));
    await waitFor(() => expect(backend.to(confirm)).toHaveLength(1));
  });

  it('says what to do when none is waiting', async () => {
    const backend = new FakeBackend().on(LIST, () => ({ erasures: [] }));
    renderNetwork({ backend, at: '/erasures' });
    expect(await screen.findByText('Nothing is waiting')).toBeInTheDocument();
  });
});
