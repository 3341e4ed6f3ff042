/** A sheet on its way into a register, as an officer takes it: upload, map, commit. Rows with faults stay in the import. */
import type { Stage, Upload } from './stage.ts'

export type Importing = {
  register: string
  file: Upload
  ownerId?: number
  /** What the officer says of columns that the house takes for something else, by sheet: letters -> target. */
  columns?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Returns the number of the import. */
export async function importing(stage: Stage, login: string, given: Importing): Promise<number> {
  const { register, file, ownerId, columns = {} } = given
  const fileId = await stage.bring(login, file)
  const { importId } = await stage.call<{ importId: number }>(login, 'import.upload', {
    fileId,
    register,
    ...(ownerId ? { ownerId } : {}),
  })
  const sheets = Object.entries(columns).map(([name, letters]) => ({ name, columns: letters }))
  const mapped = await stage.call<{ jobId: number | null }>(login, 'import.map', { importId, sheets })
  if (mapped.jobId !== null) await stage.ended(login, mapped.jobId)
  const { jobId } = await stage.call<{ jobId: number }>(login, 'import.commit', { importId })
  await stage.ended(login, jobId)
  return importId
}
