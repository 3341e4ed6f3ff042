// Keyset paging: how many, forward, back. No jump to page numbers.
import type { ReactNode } from 'react'
import { t, useText } from '../app/text.tsx'

export type PagerProps = {
  /** "共 3,214 人；月工资合计 至少 …" */
  words?: ReactNode
  onBack?: () => void
  onNext?: () => void
}

/** `<Pager words="共 3,214 人" onNext={next ? () => setAfter(next) : undefined} />` */
export function Pager({ words, onBack, onNext }: PagerProps) {
  const say = useText()
  if (!words && !onBack && !onNext) return null
  return (
    <div className="pager">
      <span>{words}</span>
      {(onBack || onNext) && (
        <span className="pager-steps">
          <button type="button" className="link-button" disabled={!onBack} onClick={onBack}>
            ‹ {say(t('上一页', 'Back'))}
          </button>
          <button type="button" className="link-button" disabled={!onNext} onClick={onNext}>
            {say(t('下一页', 'Next'))} ›
          </button>
        </span>
      )}
    </div>
  )
}
