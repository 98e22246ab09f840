import { act, renderHook } from '@testing-library/react';
import { forgetDrafts } from './useDraft';
import { arriveAs, keepForReturn, useKept } from './useKept';

const ADA = 'user:default/ada';
const BEN = 'user:default/ben';
const use = (key = 'confirm.1') =>
  renderHook(() => useKept({ key, initial: '' }));
const type = (form: ReturnType<typeof use>, text: string) =>
  act(() => form.result.current[1](text));
const back = { gaveUp: false };

/** What stands in the form of somebody who left and came back. */
function comeBack(as: string, options = back) {
  const arrival = arriveAs(as, options);
  const form = use();
  const [text] = form.result.current;
  form.unmount();
  return { arrival, text };
}

/** Somebody types in a form and leaves. */
function leave(as = ADA) {
  arriveAs(as, back);
  const form = use();
  type(form, 'She is in danger');
  keepForReturn(as);
  form.unmount();
}

beforeEach(() => {
  sessionStorage.clear();
  arriveAs('nobody', back);
});
afterEach(() => jest.restoreAllMocks());

const stored = () => JSON.stringify({ ...sessionStorage });

it('stores nothing of what is typed until somebody leaves', () => {
  const form = use();
  type(form, 'She is in danger');
  expect(stored()).not.toContain('danger');
  form.unmount();
});

it('gives it back to the same form of the same person, and stores it no longer', () => {
  leave();
  expect(stored()).toContain('danger');
  expect(comeBack(ADA)).toEqual({
    arrival: 'signed-in-again',
    text: 'She is in danger',
  });
  expect(stored()).not.toContain('danger');
});

it('gives it back once', () => {
  leave();
  comeBack(ADA);
  const later = use();
  expect(later.result.current[0]).toBe('');
  later.unmount();
});

it('gives it to no other form', () => {
  leave();
  arriveAs(ADA, back);
  const other = use('confirm.2');
  expect(other.result.current[0]).toBe('');
  other.unmount();
  const form = use();
  form.unmount();
});

it('gives it to nobody else, and keeps it for nobody then', () => {
  leave();
  sessionStorage.setItem('imsa-hub.draft.advice.reply.1', '"Dear Ada"');
  expect(comeBack(BEN)).toEqual({ arrival: undefined, text: '' });
  expect(stored()).not.toMatch(/danger|Dear/);
  expect(comeBack(ADA)).toEqual({ arrival: undefined, text: '' });
});

it('is lost to whoever signs out or stays away too long', () => {
  leave();
  forgetDrafts();
  expect(stored()).toBe('{}');
  expect(comeBack(ADA)).toEqual({ arrival: undefined, text: '' });
  leave();
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61 * 60_000);
  expect(comeBack(ADA)).toEqual({ arrival: undefined, text: '' });
  expect(stored()).not.toContain('danger');
});

it('tells who gave up from who signed in', () => {
  leave();
  expect(comeBack(ADA, { gaveUp: true })).toEqual({
    arrival: 'gave-up',
    text: 'She is in danger',
  });
});

it('says when the browser keeps nothing', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  expect(keepForReturn(ADA)).toBe(false);
});

it('lives with a store that holds rubbish', () => {
  for (const rubbish of ['{', 'null', '[]', '{"person":"user:default/ada"}']) {
    sessionStorage.setItem('imsa-hub.draft.left', rubbish);
    expect(comeBack(ADA)).toEqual({ arrival: undefined, text: '' });
  }
});
