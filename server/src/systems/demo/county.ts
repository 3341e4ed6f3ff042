/** Which county the demo is, on which day it stands, and the one password of its people. */

/** Its code does not exist, so no number in it can belong to a person. */
export const demoCounty = { code: '990101', name: '青禾县' } as const
export const demoDay = '2025-09-15'
/** Known to everybody, hence for the fictional county only. */
export const demoPassword = 'Qinghe-2025'
