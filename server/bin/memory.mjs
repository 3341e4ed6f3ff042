// How the house's own process is to use memory: the import of a county stays below 512 MB.

/** A small nursery and early collection: rows by the million are short-lived. */
export const flags = ['--max-semi-space-size=8', '--heap-growing-percent=100']

/** Large pieces go back to the system when they are freed, and few threads hoard (glibc only; what is set already stays). */
export const environment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1000000',
  MALLOC_TRIM_THRESHOLD_: '1000000',
  ...process.env,
}
