import type {Reporter, TestModule, TestRunEndReason} from 'vitest/node';

/** Ends a run with the plain line `N passed, N failed, N skipped`, which scripts can read. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const count = {passed: 0, failed: 0, skipped: 0, pending: 0};
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
    }
    // A file that cannot be loaded, or an error outside a test, fails the run without a failed test.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const failed = count.failed + broken || (reason === 'failed' ? 1 : 0);
    console.log(`\n${count.passed} passed, ${failed} failed, ${count.skipped} skipped`);
  }
}
