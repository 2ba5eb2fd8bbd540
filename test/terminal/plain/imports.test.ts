import { build } from "esbuild";
import { expect, test } from "vitest";

async function modulesOf(entry: string): Promise<{ readonly files: string[]; readonly packages: Set<string> }> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    write: false,
    metafile: true,
    outdir: "nowhere",
  });
  const inputs = Object.values(metafile.inputs);
  const packages = new Set(inputs.flatMap(({ imports }) => imports.flatMap(({ path, external }) => (external ? [path] : []))));
  return { files: Object.keys(metafile.inputs), packages };
}

test("plain mode loads neither Ink nor React", async () => {
  const { files, packages } = await modulesOf("src/terminal/plain/index.ts");
  expect(files.length).toBeGreaterThan(3);
  expect([...packages]).toEqual([]);
});

test("the screens load nothing from outside but Ink, React and string-width, and no adapter", async () => {
  const { files, packages } = await modulesOf("src/terminal/index.tsx");
  expect(files.length).toBeGreaterThan(15);
  expect([...packages].sort()).toEqual(["ink", "react", "react/jsx-runtime", "string-width"]);
  expect(files.filter((file) => file.startsWith("src/adapters/"))).toEqual([]);
});
