/** Declared figures of this system's documents. */
import { countyPilot, prefectureReport } from './cooperative-papers.data.ts'

export const cooperativeFigures = [countyPilot, prefectureReport] as const
