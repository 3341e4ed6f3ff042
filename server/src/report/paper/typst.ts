/** Typst as a function: template and data in, PDF bytes out. Fonts come from the registry's packages, so every machine prints alike. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler'
import { reportProblems } from '../problems.ts'

const require = createRequire(import.meta.url)

/** Serif stands for 宋体 and 仿宋, sans for 黑体 (interface guide, section 6). */
function fontFolders(): string[] {
  const serif = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const sans = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  return [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, '400Regular'), join(sans, '700Bold')]
}

/**
 * Compiles one document. `template` is Typst text that reads its data with `json("/data.json")`; `data` is plain JSON.
 * Values reach the page only as data, never as Typst source. A fresh compiler per document keeps memory bounded.
 */
export function renderTypst(template: string, data: unknown): Buffer {
  const workspace = process.cwd()
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] })
  compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
  try {
    const compiled = compiler.compile({ mainFileContent: template })
    if (!compiled.result) throw reportProblems.typst({ message: faultsOf(compiler, compiled) })
    return compiler.pdf(compiled.result)
  } finally {
    compiler.evictCache(0)
  }
}

/** The compiler's own words for what is wrong, one after the other. */
function faultsOf(compiler: NodeCompiler, compiled: NodeTypstCompileResult): string {
  const error = compiled.takeDiagnostics()
  const faults: { message?: string }[] = error ? compiler.fetchDiagnostics(error) : []
  return faults.map(({ message }) => message ?? '').join('; ')
}
