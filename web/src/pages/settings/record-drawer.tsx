// One record of a log in full, with the fingerprint that ties it to the one before.
import { Drawer } from 'antd'
import type { Output } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Facts, Sheet } from '../../parts/sheet.tsx'
import { SubjectName } from './log-names.tsx'
import { AllNotes, operationWords } from './log-notes.tsx'
import { exactTime } from './time.ts'

export type LogRecord = Output<'audit.list'>['records'][number]

type DrawerProps = { record: LogRecord; onClose: () => void; onOnly: (subject: string) => void }

export function RecordDrawer({ record, onClose, onOnly }: DrawerProps) {
  const say = useText()
  const { meta } = useSession()
  const role = record.role
    ? (meta.roles.find(({ name }) => name === record.role)?.label ?? record.role)
    : undefined
  return (
    <Drawer open onClose={onClose} size={600} title={say(t(`第 ${record.seq} 条`, `Record ${record.seq}`))}>
      <Facts
        facts={[
          { label: t('时间', 'Time'), value: exactTime(record.at) },
          { label: t('谁', 'Who'), value: `${record.actor}${role ? `（${say(role)}）` : ''}` },
          { label: t('办了什么', 'What'), value: operationWords(record.operation, say) },
          {
            label: t('对象', 'Subject'),
            value: record.subject ? <SubjectName subject={record.subject} /> : '—',
          },
          { label: t('指纹', 'Fingerprint'), value: <code className="fingerprint">{record.hash}</code> },
        ]}
      />
      {record.subject?.includes(':') && (
        <p>
          <button type="button" className="link-button" onClick={() => onOnly(record.subject ?? '')}>
            {say(t('只看这个对象的记录', 'Only records of this subject'))}
          </button>
        </p>
      )}
      <div className="drawer-sheets">
        <Sheet title={t('改动', 'Changes')}>
          <AllNotes notes={record.notes} />
        </Sheet>
      </div>
    </Drawer>
  )
}
