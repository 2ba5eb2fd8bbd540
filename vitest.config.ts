import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["./test/support/build.ts"],
    env: { TZ: "UTC", COLUMNS: "80", LINES: "24" },
    reporters: ["default", "./test/support/closing-lines.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
