import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProblemError } from '../api/ProblemError';
import { expectAccessible } from '../testing/expectAccessible';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog';
import { ConflictNotice } from './ConflictNotice';
import { ErrorState } from './ErrorState';
import { ToastProvider } from './ToastProvider';
import { useToast } from './useToast';

function confirm(rest: Partial<ConfirmDialogProps> = {}) {
  const onConfirm = jest.fn();
  const onClose = jest.fn();
  const view = render(
    <ConfirmDialog
      isOpen
      title="Close this query?"
      confirmLabel="Close query"
      onConfirm={onConfirm}
      onClose={onClose}
      {...rest}
    >
      <p>Nobody can write to it afterwards.</p>
    </ConfirmDialog>,
  );
  const dialog = within(screen.getByRole('dialog'));
  const press = (name: string) =>
    userEvent.click(dialog.getByRole('button', { name }));
  return { ...view, dialog, press, onConfirm, onClose };
}

describe('ConfirmDialog', () => {
  it('asks by its title and passes axe', async () => {
    const { press, onConfirm } = confirm();
    const dialog = screen.getByRole('dialog', { name: 'Close this query?' });
    await expectAccessible(dialog);
    await press('Close query');
    expect(onConfirm).toHaveBeenCalledWith('');
  });

  it('does nothing without the reason it asks for', async () => {
    const { dialog, press, onConfirm } = confirm({ reasonLabel: 'Why' });
    await press('Close query');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(dialog.getByRole('alert')).toHaveFocus();
    expect(dialog.getByLabelText('Why')).toBeInvalid();
    // At a second attempt as well.
    await press('Close query');
    expect(dialog.getByRole('alert')).toHaveFocus();
    await userEvent.type(dialog.getByLabelText('Why'), '  Answered  ');
    await press('Close query');
    expect(onConfirm).toHaveBeenCalledWith('Answered');
  });

  it('can do without a reason that is optional', async () => {
    const { press, onConfirm } = confirm({
      reasonLabel: 'Why',
      reasonOptional: true,
    });
    await press('Close query');
    expect(onConfirm).toHaveBeenCalledWith('');
  });

  it('takes one reason of a list, where no words are kept', async () => {
    const { dialog, press, onConfirm } = confirm({
      reasons: { law: 'The law asks for it', asked: 'They asked for it' },
    });
    await press('Close query');
    expect(onConfirm).not.toHaveBeenCalled();
    expect(dialog.getByRole('alert')).toHaveTextContent('Choose a reason');
    await userEvent.click(
      dialog.getByRole('radio', { name: 'They asked for it' }),
    );
    await press('Close query');
    expect(onConfirm).toHaveBeenCalledWith('asked');
  });

  it('says what the backend refused', () => {
    const { dialog } = confirm({
      reasonLabel: 'Why',
      problem: new ProblemError({ status: 403, detail: 'Not yours to close' }),
    });
    expect(dialog.getByRole('alert')).toHaveTextContent('Not yours to close');
  });

  it('goes away by Escape, changing nothing', async () => {
    const { onConfirm, onClose } = confirm();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});

describe('ConflictNotice', () => {
  it('shows both versions and overwrites neither by itself', async () => {
    const onKeepMine = jest.fn();
    const onTakeNewer = jest.fn();
    const { container } = render(
      <ConflictNotice
        rows={[{ label: 'Answer', yours: 'Yes', newer: 'No' }]}
        onKeepMine={onKeepMine}
        onTakeNewer={onTakeNewer}
      />,
    );
    const cells = screen.getAllByRole('cell').map(cell => cell.textContent);
    expect(cells).toEqual(expect.arrayContaining(['Yes', 'No']));
    expect(onKeepMine).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Take the newer version' }),
    );
    expect(onTakeNewer).toHaveBeenCalledTimes(1);
    await expectAccessible(container);
  });
});

describe('ErrorState', () => {
  it('says the problem’s own words and its reference', () => {
    render(
      <ErrorState
        error={
          new ProblemError({ status: 503, detail: 'Later', requestId: 'r-9' })
        }
      />,
    );
    expect(screen.getByText('Later')).toBeInTheDocument();
    expect(screen.getByText('Reference: r-9')).toBeInTheDocument();
  });

  it('keeps the words of a programming mistake to itself', () => {
    render(<ErrorState error={new Error('x is undefined')} />);
    expect(screen.queryByText(/undefined/)).not.toBeInTheDocument();
  });
});

describe('toasts', () => {
  function Say() {
    const toast = useToast();
    return (
      <button type="button" onClick={() => toast({ message: 'Saved' })}>
        Save
      </button>
    );
  }
  const typing = () =>
    userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const draw = () =>
    render(
      <ToastProvider>
        <Say />
      </ToastProvider>,
    );

  it('are read out, and go after a while', async () => {
    draw();
    await typing().click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('status')).toHaveTextContent('Saved');
    act(() => jest.advanceTimersByTime(9_000));
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  it('stay while somebody is at them', async () => {
    draw();
    await typing().click(screen.getByRole('button', { name: 'Save' }));
    await typing().hover(screen.getByText('Saved'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(screen.getByText('Saved')).toBeInTheDocument();
  });

  it('can be dismissed', async () => {
    draw();
    await typing().click(screen.getByRole('button', { name: 'Save' }));
    await typing().click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });
});
