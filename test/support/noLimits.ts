/**
 * Settings for checks that ask more in a minute than any person does, and for
 * longer than a sign-in is fresh.
 */
export const NO_LIMITS = `hub:
  mail: { everySeconds: 1 }
  sessions: { freshSignInMinutes: 720 }
  limits:
    requestsPerPersonPerMinute: 1000000
    requestsPerOrganisationPerMinute: 1000000
    changesPerPersonPerMinute: 1000000
    requestsPerPersonInAllPerMinute: 1000000
    requestsPerAddressPerMinute: 1000000
    badTokensPerAddressPerMinute: 1000000
    signInsPerAddressPerMinute: 1000000
    liveLinesOpenedPerPersonPerMinute: 1000000
    mailsPerPeerPerMinute: 1000000
    publicPagesPerAddressPerMinute: 1000000
    publicCodesPerAddressPerMinute: 1000000
    publicQuestionsPerAddressPerMinute: 1000000
`;
