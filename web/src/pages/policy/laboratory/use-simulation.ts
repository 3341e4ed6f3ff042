// One question at a time: while an answer is under way only the last move is kept. The first answer names the moment of reading.
import { useEffect, useState } from 'react'
import { useCall } from '../../../api.ts'
import type { Ask } from './types.ts'

const PAUSE = 70

export function useSimulation(ask: Ask, enabled: boolean) {
  const text = JSON.stringify(ask)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const asked = JSON.parse(settled) as Ask // `as`: written two lines above
  const got = useCall('policy.simulate', asked, { enabled })
  return { ...got, asked, isSettled: settled === text }
}
