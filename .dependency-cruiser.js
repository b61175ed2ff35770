/** Holds what ESLint does not see: no circle of imports, of types neither. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle of imports has no first file to read.',
      severity: 'error',
      from: {},
      to: {circular: true},
    },
  ],
  options: {
    // Imports of types count.
    tsPreCompilationDeps: true,
    doNotFollow: {path: 'node_modules'},
    enhancedResolveOptions: {extensions: ['.ts', '.js']},
  },
};
