// The layers of the house, as data: who may import whom. Run by tools/layers.mjs, which also counts what was looked at.
const beneath = {
  kernel: [],
  platform: ['kernel'],
  register: ['kernel', 'platform'],
  policy: ['kernel', 'platform'],
  ledger: ['kernel', 'platform'],
  verify: ['kernel', 'platform', 'register', 'policy'],
  matching: ['kernel', 'platform', 'register', 'policy'],
  procedure: ['kernel', 'platform', 'register', 'policy', 'ledger', 'verify', 'matching'],
  report: ['kernel', 'platform', 'register', 'policy', 'ledger', 'verify', 'matching', 'procedure'],
  systems: [
    'kernel',
    'platform',
    'register',
    'policy',
    'ledger',
    'verify',
    'matching',
    'procedure',
    'report',
  ],
}

/** A folder may import itself and what lies beneath; main.ts and its like (no folder) may import all. */
function looksDownOnly([folder, below]) {
  return {
    name: 'looks-down-only',
    severity: 'error',
    comment: `${folder} may import ${below.join(', ') || 'nothing'}`,
    from: { path: `^server/src/${folder}/` },
    to: { path: '^server/src/', pathNot: `^server/src/(${[folder, ...below].join('|')})/` },
  }
}

const rules = [
  ...Object.entries(beneath).map(looksDownOnly),
  {
    name: 'known-rooms-only',
    severity: 'error',
    comment: 'a new folder in server/src must be given its place in this file',
    from: {},
    to: { path: '^server/src/[^/]+/', pathNot: `^server/src/(${Object.keys(beneath).join('|')})/` },
  },
  {
    name: 'front-door-only',
    severity: 'error',
    comment: 'other rooms are entered through their index.ts (the expression language has a door of its own)',
    from: { path: '^server/src/([^/]+)/' },
    to: {
      path: '^server/src/[^/]+/',
      pathNot: [
        '^server/src/$1/',
        '^server/src/[^/]+/index\\.ts$',
        '^server/src/kernel/expression/index\\.ts$',
      ],
    },
  },
  {
    name: 'tests-stay-outside',
    severity: 'error',
    comment: 'what ships does not import from server/test or from a test',
    from: { path: '^(server|web)/src/', pathNot: '\\.test\\.tsx?$' },
    to: { path: ['^server/test/', '\\.test\\.tsx?$'] },
  },
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'a cycle that a type-only import closes does not exist when the code runs',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'driver-only-in-platform',
    severity: 'error',
    from: { path: '^(server|web)/src/', pathNot: ['^server/src/platform/', '\\.test\\.ts$'] },
    to: { path: '(^|/)(pg|pg-pool|pg-copy-streams|graphile-worker|@types/pg[^/]*)(/|$)' },
  },
  {
    name: 'kernel-runs-in-the-browser',
    severity: 'error',
    from: { path: '^server/src/kernel/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'web-sees-kernel-and-api-only',
    severity: 'error',
    from: { path: '^web/src/' },
    to: {
      path: '^server/',
      pathNot: [
        '^server/src/kernel/index\\.ts$',
        '^server/src/kernel/expression/index\\.ts$',
        '^server/src/api\\.ts$',
      ],
    },
  },
  {
    name: 'web-takes-types-of-api',
    severity: 'error',
    from: { path: '^web/src/' },
    to: { path: '^server/src/api\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  { name: 'resolves', severity: 'error', from: { path: '^(server|web)/' }, to: { couldNotResolve: true } },
]

module.exports = {
  forbidden: rules,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
