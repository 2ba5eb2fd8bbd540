import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Closes a run with every skipped test and its reason, given by the test or named in its title, then the line `N passed, N failed`. */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const broken = modules.filter((module) => module.errors().length > 0).length;
    for (const test of inState("skipped")) console.log(`skipped: ${test.fullName}${reasonOf(test)}`);
    console.log(`${inState("passed").length} passed, ${inState("failed").length + broken + errors.length} failed`);
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === "skipped" && result.note ? `: ${result.note}` : "";
}
