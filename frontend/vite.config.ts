import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [preact()],
  build: {
    outDir: "../src/avowed/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content policy takes scripts, styles and fonts from files alone
    modulePreload: { polyfill: false },
    target: "es2022",
  },
});
