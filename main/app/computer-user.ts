import { userInfo } from 'node:os';

/** Who is logged in to this computer; the number of the account where it has no name, as in some containers. */
export function computerUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
