/** Why a message did not go, as kept with it and told to staff. */
export const sendReasons = ['unreachable', 'busy', 'refused', 'account', 'unknown'] as const;
export type SendReason = (typeof sendReasons)[number];

/**
 * A carrier did not take a message. It keeps nothing of the carrier's own words, which may quote an
 * address or a key. `isFinal`: the same message would be refused again.
 */
export class SendFailure extends Error {
  readonly reason: SendReason;
  readonly isFinal: boolean;

  constructor(reason: SendReason, isFinal = false) {
    super(`The message was not sent: ${reason}`);
    this.name = 'SendFailure';
    this.reason = reason;
    this.isFinal = isFinal;
  }
}
