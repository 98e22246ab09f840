import { HubInputError } from '@imsa-hub/core-node';

/** A request refused because of one field of its body, in plain words. */
export function fieldError(field: string, message: string): HubInputError {
  return new HubInputError({ fields: [{ field: `body.${field}`, message }] });
}
