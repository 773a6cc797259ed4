// Something the person at the terminal can mend. Its message is shown as it is; every other error is a bug.

export class UserError extends Error {
  override readonly name = 'UserError';
}
