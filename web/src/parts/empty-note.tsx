// Nothing here: say what is missing and offer the next step.
import type { ReactNode } from 'react'
import { type Text, useText } from '../app/text.tsx'
import './notes.css'

/** `<EmptyNote text={t('还没有征地项目。','There is no land taking yet.')}><Button>登记一个</Button></EmptyNote>` */
export function EmptyNote({ text, children }: { text: Text | string; children?: ReactNode }) {
  const say = useText()
  return (
    <div className="empty-note">
      <p>{say(text)}</p>
      {children && <div className="empty-actions">{children}</div>}
    </div>
  )
}
