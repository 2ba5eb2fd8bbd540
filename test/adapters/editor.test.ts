import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEditor, placeArguments, splitWords } from "../../src/adapters/editor.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([
  ["vim", ["+12", "/d/a b.md"]],
  ["/usr/bin/nano", ["+12", "/d/a b.md"]],
  ["hx", ["+12", "/d/a b.md"]],
  ["code", ["--wait", "--goto", "/d/a b.md:12"]],
  ["zed", ["--wait", "/d/a b.md:12"]],
  ["ed", ["/d/a b.md"]],
  ["constructor", ["/d/a b.md"]],
])("%s is told the line its own way", (program, expected) => {
  expect(placeArguments(program, "/d/a b.md", 12)).toEqual(expected);
});

test("quotes in the variable group words and nothing else is special", () => {
  expect(splitWords(`"/Applications/My Editor/edit" -n  '--title=a "b"' $(x);`)).toEqual([
    "/Applications/My Editor/edit",
    "-n",
    '--title=a "b"',
    "$(x);",
  ]);
  expect(splitWords("  ")).toEqual([]);
});

test("the editor gets the path whole, whatever it is called, and its exit code comes back", () => {
  const folder = temporaryFolder();
  const script = join(folder, "edit.mjs");
  writeFileSync(
    script,
    `import { writeFileSync } from "node:fs"; writeFileSync(process.argv[2], process.argv.slice(3).join("\\n")); process.exit(3);`,
  );
  const out = join(folder, "out");
  const editor = `"${process.execPath}" "${script}" "${out}"`;
  expect(openEditor({ visual: editor, editor: "false", platform: "linux" }, "/d/$(touch x); a.md", 7)).toEqual({
    outcome: "closed",
    exitCode: 3,
  });
  expect(readFileSync(out, "utf8")).toBe("/d/$(touch x); a.md");
});

test("an editor that is not there is said in a sentence", () => {
  expect(openEditor({ editor: "/nowhere/edit -x", platform: "linux" }, "a.md", 1)).toEqual({
    outcome: "failed",
    message: "The editor /nowhere/edit could not be started.",
    remedy: "Set VISUAL or EDITOR to your editor.",
  });
});

test("VISUAL comes before EDITOR", () => {
  const script = join(temporaryFolder(), "true.sh");
  writeFileSync(script, "#!/bin/sh\nexit 5\n");
  chmodSync(script, 0o755);
  expect(openEditor({ visual: script, editor: "/nowhere/edit", platform: "linux" }, "a.md", 1)).toMatchObject({ exitCode: 5 });
  expect(openEditor({ visual: " ", editor: script, platform: "linux" }, "a.md", 1)).toMatchObject({ exitCode: 5 });
});
