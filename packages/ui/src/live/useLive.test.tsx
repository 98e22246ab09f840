import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { EVERY_TOPIC } from './LiveConnection';
import { LiveContext } from './LiveProvider';
import { useLive } from './useLive';

function Screen(props: { onChange(): void }) {
  useLive('advice', props.onChange);
  return null;
}

function draw() {
  const listeners = new Set<(topic: string) => void>();
  const client = new QueryClient();
  const invalidate = jest.spyOn(client, 'invalidateQueries');
  const onChange = jest.fn();
  const view = render(
    <QueryClientProvider client={client}>
      <LiveContext.Provider
        value={listener => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        }}
      >
        <Screen onChange={onChange} />
      </LiveContext.Provider>
    </QueryClientProvider>,
  );
  const say = (topic: string) =>
    act(() => listeners.forEach(listener => listener(topic)));
  return { ...view, say, invalidate, onChange, listeners };
}

describe('useLive', () => {
  it.each(['advice', EVERY_TOPIC])('asks again on "%s"', topic => {
    const { say, invalidate, onChange } = draw();
    say(topic);
    expect(invalidate).toHaveBeenCalledWith({ queryKey: ['advice'] });
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('does not ask again for somebody else’s change', () => {
    const { say, invalidate } = draw();
    say('network');
    expect(invalidate).not.toHaveBeenCalled();
  });

  it('stops listening when the screen goes', () => {
    const { unmount, listeners } = draw();
    unmount();
    expect(listeners.size).toBe(0);
  });
});
