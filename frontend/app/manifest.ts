import type { MetadataRoute } from "next";

/** What makes the app one that can be installed. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Todo",
    short_name: "Todo",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    categories: ["productivity"],
    background_color: "#fdfdfb",
    theme_color: "#1d6b4c",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    screenshots: [
      { src: "/icons/today-wide.webp", sizes: "2160x1350", type: "image/webp", form_factor: "wide" },
      { src: "/icons/today-narrow.webp", sizes: "780x1688", type: "image/webp", form_factor: "narrow" },
    ],
  };
}
