/**
 * What every Chromium of the tests is started with.
 *
 * Software rendering takes longest to compile. With one cache for all its contexts it does so once for
 * the same program, and not for every page and every test.
 */
export const TEST_ARGUMENTS = ['--enable-angle-features=preferGlobalPipelineCache'];
