import { act, renderHook } from '@testing-library/react';
import { forgetDrafts, useDraft } from './useDraft';

const KEY = 'advice.reply.1';
const use = () => renderHook(() => useDraft({ key: KEY, initial: 'Dear' }));

describe('useDraft', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins with what it is given and keeps nothing of that', () => {
    expect(use().result.current[0]).toBe('Dear');
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what was typed through a reload', () => {
    const first = use();
    act(() => first.result.current[1]('Dear Ada'));
    first.unmount();
    expect(use().result.current[0]).toBe('Dear Ada');
  });

  it('throws it away when told to', () => {
    const first = use();
    act(() => first.result.current[1]('Dear Ada'));
    act(() => first.result.current[2]());
    first.unmount();
    expect(use().result.current[0]).toBe('Dear');
  });

  it('lives with a store that holds rubbish', () => {
    sessionStorage.setItem(`imsa-hub.draft.${KEY}`, '{');
    expect(use().result.current[0]).toBe('Dear');
  });

  it('forgets all drafts, and what still stands on the page is not kept again', () => {
    const form = use();
    const other = renderHook(() => useDraft({ key: 'cases.1', initial: '' }));
    act(() => form.result.current[1]('Dear Ada'));
    act(() => other.result.current[1]('She said'));
    sessionStorage.setItem('of-somebody-else', '1');
    forgetDrafts();
    form.rerender();
    form.unmount();
    other.unmount();
    expect(Object.keys(sessionStorage)).toEqual(['of-somebody-else']);
  });
});
