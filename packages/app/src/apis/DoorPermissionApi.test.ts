import { createPermission } from '@backstage/plugin-permission-common';
import { DoorPermissionApi } from './DoorPermissionApi';

const ask = (name: string) => ({
  permission: createPermission({ name, attributes: {} }),
});
const me = {
  id: 'a',
  displayName: 'Ada Example',
  roles: ['imsa'],
  organisations: [],
  training: 'accredited',
  doors: ['advice.use'],
};

describe('DoorPermissionApi', () => {
  it('answers every door from one question', async () => {
    const fetch = jest.fn(async () => Response.json(me));
    const permissions = new DoorPermissionApi({ fetcher: { fetch } });
    const answers = await Promise.all([
      permissions.authorize(ask('advice.use')),
      permissions.authorize(ask('network.use')),
    ]);
    expect(answers).toEqual([{ result: 'ALLOW' }, { result: 'DENY' }]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not open a door when it cannot ask, and asks again', async () => {
    const fetch = jest
      .fn()
      .mockResolvedValueOnce(new Response(null, { status: 503 }))
      .mockResolvedValueOnce(Response.json(me));
    const permissions = new DoorPermissionApi({ fetcher: { fetch } });
    await expect(permissions.authorize(ask('advice.use'))).rejects.toThrow();
    await expect(permissions.authorize(ask('advice.use'))).resolves.toEqual({
      result: 'ALLOW',
    });
  });
});
