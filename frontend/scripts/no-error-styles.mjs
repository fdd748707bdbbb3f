// In place of the looks that Next.js gives its own last page: the policy of the pages allows no style sheet in the markup,
// and every page would bring these along.
export const errorStyles = {};
export const errorThemeCss = "";
export const WarningIcon = () => null;
