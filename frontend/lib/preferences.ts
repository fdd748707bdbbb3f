// Choices that the first paint depends on; kept in cookies, because only those reach the server with the first request.

export const THEME_COOKIE = "todo_theme";
export const CHAT_COOKIE = "todo_chat";
export const LANGUAGE_COOKIE = "todo_language";
const ONE_YEAR = 31_536_000;

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function toTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** Open until the person closes it; whether there is room for it is up to the layout. */
export function toChatOpen(value: string | undefined): boolean {
  return value !== "closed";
}

export function remember(name: string, value: string): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax${secure}`;
}
