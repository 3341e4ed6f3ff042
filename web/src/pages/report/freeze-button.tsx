// 定稿: the consequence stands beside the button; the address of the frozen report opens afterwards.
import { Button, Popover } from 'antd'
import { useAct } from '../../api.ts'
import { useGo } from '../../app/link.tsx'
import { useMay } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'

type Cut = { report: string; rows: string[]; measures: string[] }

export function FreezeButton({ cut }: { cut: Cut }) {
  const say = useText()
  const go = useGo()
  const act = useAct('report.freeze', { onDone: ({ id }) => go(`/report/${cut.report}/${id}`) })
  if (!useMay()('report.freeze')) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="freeze-note">
          <p>
            {say(
              t(
                '定稿后数字不再变，也不能撤销。以后名册改了，会另写“定稿后变动”；要用新数，另定一份。',
                'Frozen figures never change and cannot be undone. Later changes are listed beside them; new figures are frozen anew.',
              ),
            )}
          </p>
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate(cut)}>
            {say(t('定稿', 'Freeze'))}
          </Button>
          {act.error && <ProblemNote problem={act.error} />}
        </div>
      }
    >
      <Button>{say(t('定稿', 'Freeze'))}</Button>
    </Popover>
  )
}
