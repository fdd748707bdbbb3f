// In place of what makes components of lucide's icons: the same elements for as much as this app asks of an icon, which is a
// class, and words or none. Sizes and colours are set by classes here, so what works them out need not come into browsers.
import { createElement } from "react";

const LOOKS = {
  xmlns: "http://www.w3.org/2000/svg",
  width: 24,
  height: 24,
  viewBox: "0 0 24 24",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinecap: "round",
  strokeLinejoin: "round",
};

export default function createLucideIcon({ name, aliases = [], node }) {
  const classes = ["lucide", ...[name, ...aliases].map((one) => `lucide-${one}`)].join(" ");
  const shapes = node.map(([tag, attributes]) => createElement(tag, attributes));
  return function Icon({ className, ...given }) {
    const isNamed = Object.keys(given).some((property) => /^(aria-|role|title)/.test(property));
    const hidden = isNamed ? undefined : { "aria-hidden": "true" };
    return createElement("svg", { ...LOOKS, className: className ? `${classes} ${className}` : classes, ...hidden, ...given }, shapes);
  };
}
