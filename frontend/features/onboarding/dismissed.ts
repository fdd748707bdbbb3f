// Who has sent the welcome away, in this browser. Everywhere else it goes with the account's first change.
const KEY = "todo-welcome-dismissed";

export function isWelcomeDismissed(accountId: string): boolean {
  return window.localStorage.getItem(KEY) === accountId;
}

export function dismissWelcome(accountId: string): void {
  window.localStorage.setItem(KEY, accountId);
}
