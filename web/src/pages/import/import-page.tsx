// One import, five steps: ①选文件 ②对表头 ③改问题 ④看差异 ⑤入册. Which step is open follows from its state and the address.
import { Button, Popconfirm } from 'antd'
import { useAct, useCall } from '../../api.ts'
import { useAddressValue, useGo, usePathValue } from '../../app/link.tsx'
import { useScreen } from '../../app/screen.ts'
import { t, useText } from '../../app/text.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { LiveJob } from '../../parts/job-bar.tsx'
import { Columns, Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { type Step, Steps } from '../../parts/steps.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { CommitLine } from './commit-line.tsx'
import { DoneSheet } from './done-sheet.tsx'
import { ImportSide } from './import-side.tsx'
import { countOf, figure, type Import, stateWords } from './import-words.ts'
import { OnDesk } from './imports-page.tsx'
import { MapSheet } from './map-sheet.tsx'
import { RowsSheet } from './rows-sheet.tsx'
import './import.css'

export function Page() {
  const importId = Number(usePathValue('id'))
  const screen = useScreen()
  const read = useCall('import.get', { importId })
  if (read.error && !read.data)
    return <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <WaitBars lines={8} />
  return (
    <Frame given={read.data}>
      {screen === 'phone' ? <OnDesk /> : <Body given={read.data} onMoved={() => void read.refetch()} />}
    </Frame>
  )
}

function Frame({ given, children }: { given: Import; children: React.ReactNode }) {
  const say = useText()
  const go = useGo()
  const drop = useAct('import.drop', { onDone: () => go('/import') })
  const { word, mark } = stateWords[given.state]
  return (
    <PageFrame
      crumb={[
        { label: given.label, to: `/r/${given.register}` },
        { label: t('导入', 'Import'), to: '/import' },
        { label: given.fileName },
      ]}
      title={t(`导入：${given.fileName}`, `Import: ${given.fileName}`)}
      states={<StateMark mark={mark} word={word} boxed />}
      sentence={given.same ? say(sameWords(given.same.day)) : undefined}
      actions={
        given.can.edit && (
          <>
            <Button onClick={() => go(`/import?register=${given.register}`)}>
              {say(t('换一个文件', 'Another file'))}
            </Button>
            <Popconfirm
              title={say(
                t(
                  '放弃后，这里改过的不再保留；名册没有变。',
                  'What was mended here is not kept; the register did not change.',
                ),
              )}
              okText={say(t('放弃导入', 'Give up'))}
              cancelText={say(t('接着做', 'Go on'))}
              onConfirm={() => drop.mutate({ importId: given.id })}
            >
              <Button loading={drop.isPending}>{say(t('放弃导入', 'Give up'))}</Button>
            </Popconfirm>
          </>
        )
      }
    >
      {children}
    </PageFrame>
  )
}

function sameWords(day: string) {
  const [, month, date] = day.split('-').map(Number)
  return t(
    `这份文件 ${month} 月 ${date} 日已入册。没有变化的行不用再导。`,
    `This file was committed on ${day}. Unchanged rows need not be imported again.`,
  )
}

function Body({ given, onMoved }: { given: Import; onMoved: () => void }) {
  const [asked, setAsked] = useAddressValue('step')
  const step = stepOf(given, asked)
  return (
    <Stack>
      <Sheet>
        <Steps steps={stepsOf(given, step)} />
      </Sheet>
      {(given.state === 'staging' || given.state === 'merging') && given.jobId !== null && (
        <Sheet>
          <LiveJob id={given.jobId} onDone={onMoved} />
        </Sheet>
      )}
      {step === 'map' && given.can.edit && <MapSheet given={given} onRead={() => setAsked(undefined)} />}
      {step === 'map' && !given.can.edit && <StillMapped />}
      {(step === 'mend' || step === 'diff') && (
        <>
          <Columns
            sideFirst
            sideWidth={232}
            side={<ImportSide given={given} />}
            main={<RowsSheet key={step} given={given} first={step === 'mend' ? 'problem' : undefined} />}
          />
          <CommitLine given={given} step={step} onStep={setAsked} />
        </>
      )}
      {step === 'done' && <DoneSheet given={given} />}
    </Stack>
  )
}

/** Who looks on while another maps the columns. */
function StillMapped() {
  return (
    <Sheet>
      <EmptyNote
        text={t(
          '上传的人还在对表头。对好、读完以后，这里能看到每一行。',
          'The columns are still being mapped. The rows stand here once the sheet is read.',
        )}
      />
    </Sheet>
  )
}

type StepName = 'map' | 'mend' | 'diff' | 'wait' | 'done'

function stepOf(given: Import, asked: string | undefined): StepName {
  if (given.state === 'mapping' || (given.state === 'review' && asked === 'map')) return 'map'
  if (given.state === 'staging' || given.state === 'merging') return 'wait'
  if (given.state !== 'review') return 'done'
  if (asked === 'diff') return 'diff'
  return countOf(given, 'rejected', 'doubtful') > 0 || asked === 'mend' ? 'mend' : 'diff'
}

const order: readonly StepName[] = ['map', 'mend', 'diff', 'done']

function stepsOf(given: Import, step: StepName): Step[] {
  const now = step === 'wait' ? (given.state === 'staging' ? 1 : 3) : order.indexOf(step)
  const all = countOf(given, 'new', 'changed', 'unchanged', 'rejected', 'doubtful', 'skipped')
  const wrong = countOf(given, 'rejected', 'doubtful')
  const used = given.sheets.filter((sheet) => sheet.use)
  const kept = used.flatMap((sheet) => sheet.columns).filter((column) => column.target === ':note').length
  const state = (at: number): Step['state'] =>
    at < now || given.state === 'done' ? 'done' : at === now ? 'now' : 'later'
  return [
    {
      key: 'file',
      label: t('选文件', 'File'),
      note: t(
        `${used.length} 张表${all ? `，${figure(all)} 行` : ''}`,
        `${used.length} ${used.length === 1 ? 'sheet' : 'sheets'}${all ? `, ${figure(all)} rows` : ''}`,
      ),
      state: 'done',
    },
    {
      key: 'map',
      label: t('对表头', 'Columns'),
      note: kept > 0 ? t(`${kept} 列作附注`, `${kept} kept as remarks`) : t('各列都对上了', 'all mapped'),
      state: state(0),
    },
    {
      key: 'mend',
      label: t('改问题', 'Mend'),
      note: mendNote(given, wrong),
      state: state(1),
    },
    {
      key: 'diff',
      label: t('看差异', 'Differences'),
      note: t('新增、变更、无变化', 'new, changed, unchanged'),
      state: state(2),
    },
    {
      key: 'done',
      label: t('入册', 'Commit'),
      note: given.state === 'undone' ? stateWords.undone.word : t('可整批撤回', 'may be taken back'),
      state: state(3),
    },
  ]
}

function mendNote({ state }: Import, wrong: number) {
  if (state === 'mapping' || state === 'staging') return t('读完才知道', 'known once it is read')
  if (wrong === 0) return t('没有问题', 'none')
  return state === 'review'
    ? t(`${figure(wrong)} 行，可以先跳过`, `${figure(wrong)} rows`)
    : t(`${figure(wrong)} 行没有入册`, `${figure(wrong)} rows left out`)
}
