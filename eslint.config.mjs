import tseslint from "typescript-eslint";

const BANNED_RANDOM = {
  object: "Math",
  property: "random",
  message: "Pass an rng (src/core/rng.ts), so that the same seed gives the same numbers.",
};

export default tseslint.config(
  { ignores: ["node_modules", ".jupyter", ".cache", "coverage", "pages/**", "notebooks"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          // node:test runs these itself; nobody awaits them.
          allowForKnownSafeCalls: [
            {
              from: "package",
              name: ["describe", "it", "test", "before", "after"],
              package: "node:test",
            },
          ],
        },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-properties": ["error", BANNED_RANDOM],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    rules: {
      "no-restricted-properties": ["error", BANNED_RANDOM],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
);
