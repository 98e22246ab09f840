/** What the hub asks of the provider. */
export const SCOPES = ['openid', 'profile', 'email', 'offline_access'];
