import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ShortcutProvider } from './ShortcutProvider';
import { useShortcut } from './useShortcut';
import { useShortcutHelp } from './useShortcutHelp';

function Page(props: { onNext(): void }) {
  useShortcut({ key: 'j', what: 'Next in the list', run: props.onNext });
  const openHelp = useShortcutHelp();
  return (
    <>
      <label>
        Words
        <input />
      </label>
      <button type="button" onClick={openHelp}>
        Keyboard shortcuts
      </button>
    </>
  );
}

function show() {
  const onNext = jest.fn();
  render(
    <ShortcutProvider>
      <Page onNext={onNext} />
    </ShortcutProvider>,
  );
  return { onNext, user: userEvent.setup() };
}

const theSwitch = () =>
  screen.findByRole('switch', { name: 'Single keys work on this device' });

describe('single-key shortcuts', () => {
  beforeEach(() => window.localStorage.clear());

  it('run, except while somebody types', async () => {
    const { onNext, user } = show();
    await user.keyboard('j');
    expect(onNext).toHaveBeenCalledTimes(1);
    await user.type(screen.getByLabelText('Words'), 'j');
    expect(onNext).toHaveBeenCalledTimes(1);
  });

  it('are listed on ?, with the switch that turns them off', async () => {
    const { user } = show();
    await user.keyboard('?');
    expect(await screen.findByText('Next in the list')).toBeVisible();
    expect(await theSwitch()).toBeChecked();
  });

  it('do nothing once switched off, on this page and the next', async () => {
    const first = show();
    await first.user.keyboard('?');
    await first.user.click(await theSwitch());
    expect(await theSwitch()).not.toBeChecked();
    await first.user.keyboard('{Escape}');
    await first.user.keyboard('j?');
    expect(first.onNext).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(window.localStorage.getItem('imsa-hub.shortcuts')).toBe('off');
  });

  it('come back by the menu, which works without them', async () => {
    window.localStorage.setItem('imsa-hub.shortcuts', 'off');
    const { onNext, user } = show();
    await user.keyboard('j');
    expect(onNext).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button'));
    await user.click(await theSwitch());
    await user.keyboard('{Escape}');
    await user.keyboard('j');
    expect(onNext).toHaveBeenCalledTimes(1);
  });
});
