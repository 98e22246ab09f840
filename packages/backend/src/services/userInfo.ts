import {
  coreServices,
  createServiceFactory,
  type BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';

/** Who a person is, answered in process: themselves, and no group. */
export const userInfoServiceFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: { auth: coreServices.auth, people: peopleDirectoryServiceRef },
  factory: ({ auth, people }) => ({
    async getUserInfo(credentials) {
      if (!auth.isPrincipal(credentials, 'user')) {
        throw new AuthenticationError('Only people have user information');
      }
      const { userEntityRef }: BackstageUserPrincipal = credentials.principal;
      if (!people.byEntityRef(userEntityRef)) {
        throw new AuthenticationError('This person is not active');
      }
      return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
    },
  }),
});
