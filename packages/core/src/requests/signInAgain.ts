/**
 * The `type` of the problem body that says: what was asked for weighs so much
 * that the sign-in has to be a recent one. The same request is taken after it.
 */
export const SIGN_IN_AGAIN = 'urn:imsa-hub:problem:sign-in-again';
