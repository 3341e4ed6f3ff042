/** Declared figures of this system's documents. */
import { communityPapers, livestockReport } from './community-papers.data.ts'

export const communityFigures = [communityPapers, livestockReport] as const
