/** How relations to a head are said anew when another person is the head. What stands in no table is asked. */
export type Relation =
  | 'head'
  | 'spouse'
  | 'child'
  | 'childInLaw'
  | 'grandchild'
  | 'parent'
  | 'sibling'
  | 'other'

type Table = Partial<Record<Relation, Partial<Record<Relation, Relation>>>>

/** A is to B the first: B is to A the second. Children-in-law and grandchildren have several answers. */
export const inverse: Partial<Record<Relation, Relation>> = {
  head: 'head',
  spouse: 'spouse',
  child: 'parent',
  parent: 'child',
  sibling: 'sibling',
}

/** Of the head's <row>, the <column> is to the head: the child of his child is his grandchild. */
export const kinOfKin: Table = {
  head: {
    spouse: 'spouse',
    child: 'child',
    childInLaw: 'childInLaw',
    grandchild: 'grandchild',
    parent: 'parent',
    sibling: 'sibling',
    other: 'other',
  },
  spouse: { child: 'child', childInLaw: 'childInLaw', grandchild: 'grandchild', sibling: 'other' },
  child: {
    spouse: 'childInLaw',
    child: 'grandchild',
    childInLaw: 'other',
    grandchild: 'other',
    sibling: 'child',
  },
  childInLaw: {
    spouse: 'child',
    child: 'grandchild',
    grandchild: 'other',
    parent: 'other',
    sibling: 'other',
  },
  parent: { spouse: 'parent', child: 'sibling', parent: 'other', sibling: 'other' },
  sibling: {
    spouse: 'other',
    child: 'other',
    childInLaw: 'other',
    grandchild: 'other',
    parent: 'parent',
    sibling: 'sibling',
  },
  grandchild: { spouse: 'other', child: 'other', childInLaw: 'other', grandchild: 'other' },
}

/** Whoever marries a person who is to the head the first, is to the head the second. */
export const byMarriage: Partial<Record<Relation, Relation>> = {
  head: 'spouse',
  child: 'childInLaw',
  grandchild: 'other',
  sibling: 'other',
  parent: 'parent',
}

/** What the member is to the new head; undefined where it must be asked. */
export function toNewHead(newHead: Relation, member: Relation): Relation | undefined {
  const old = inverse[newHead]
  if (old === undefined) return undefined
  return member === 'head' ? old : kinOfKin[old]?.[member]
}
