/** Ends a command with a message and no stack trace: wrong use or unreadable input. */

export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
