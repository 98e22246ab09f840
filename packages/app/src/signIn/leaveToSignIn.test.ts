import { leaveToSignIn } from './leaveToSignIn';

const asking = (answer: () => Promise<undefined>) => {
  const getBackstageIdentity = jest.fn(answer);
  const loadAnew = jest.fn();
  const leaving = leaveToSignIn({ getBackstageIdentity }, loadAnew);
  return { getBackstageIdentity, loadAnew, leaving };
};

it('leaves, and does nothing else to the page', async () => {
  const { getBackstageIdentity, loadAnew } = asking(
    () => new Promise(() => undefined),
  );
  await new Promise(done => setTimeout(done, 10));
  expect(getBackstageIdentity).toHaveBeenCalledWith({ instantPopup: true });
  expect(loadAnew).not.toHaveBeenCalled();
});

it('loads the page anew where it holds a token that is taken no more', async () => {
  const { loadAnew, leaving } = asking(async () => undefined);
  await leaving;
  expect(loadAnew).toHaveBeenCalledTimes(1);
});

it('says when the provider cannot be found', async () => {
  const { loadAnew, leaving } = asking(async () => {
    throw new Error('no address');
  });
  await expect(leaving).rejects.toThrow('no address');
  expect(loadAnew).not.toHaveBeenCalled();
});
