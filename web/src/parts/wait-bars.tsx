// Waiting: nothing for 300 ms, then grey bars in the final geometry, after 2 s a sentence.
import { useEffect, useState } from 'react'
import { type Text, t, useText } from '../app/text.tsx'
import './notes.css'

/** `<WaitBars lines={8} sentence={t('正在算 201,640 人……','Computing 201,640 persons…')} />` */
export function WaitBars({ lines = 6, sentence }: { lines?: number; sentence?: Text | string }) {
  const say = useText()
  const bars = useAfter(300)
  const words = useAfter(2000)
  return (
    <div className="wait-bars" aria-busy="true" style={{ minHeight: lines * 31 }}>
      {bars &&
        barWidths
          .slice(0, lines)
          .map(({ key, width }) => <div key={key} className="wait-bar" style={{ width }} />)}
      <p className="wait-words" role="status">
        {words && say(sentence ?? t('正在取数据……', 'Fetching…'))}
      </p>
    </div>
  )
}

const barWidths = Array.from({ length: 30 }, (_, line) => ({
  key: `bar-${line}`,
  width: `${92 - ((line * 17) % 40)}%`,
}))

function useAfter(milliseconds: number): boolean {
  const [past, setPast] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPast(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return past
}
