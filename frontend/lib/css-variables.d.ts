import "react";

declare module "react" {
  // An index signature is the only thing that can be merged into the library's interface.
  // eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
