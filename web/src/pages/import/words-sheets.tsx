// The three lists of words: added by officers, learned from corrections, known by the system itself.
import { type Output, useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { EmptyNote } from '../../parts/empty-note.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { momentText } from '../register/moment.ts'

export type Words = Output<'import.words'>
type Added = Words['added'][number]
type Learned = Words['learned'][number]

export function AddedSheet({ words }: { words: Words }) {
  const say = useText()
  const columns: Column<Added>[] = [
    {
      key: 'text',
      label: t('写法', 'Written'),
      cell: (row) => <b>{row.text}</b>,
      slack: true,
      card: 'title',
    },
    {
      key: 'means',
      label: t('就是', 'Means'),
      cell: (row) =>
        row.kind === 'head'
          ? say(t(`栏名：${row.label.zh}`, `heading: ${row.label.en}`))
          : say(
              t(
                `${row.label.zh}：${row.meansLabel?.zh ?? row.means}`,
                `${row.label.en}: ${row.meansLabel?.en ?? row.means}`,
              ),
            ),
    },
    {
      key: 'sender',
      label: t('谁报来的表', 'Files of'),
      cell: (row) => row.sender || say(t('所有单位', 'everybody')),
    },
    {
      key: 'reach',
      label: t('对谁有效', 'Holds for'),
      cell: (row) => <Reach row={row} words={words} />,
    },
    {
      key: 'by',
      label: t('谁加的', 'Added by'),
      cell: (row) => `${row.by} ${momentText(row.at)}`,
      minor: true,
    },
    {
      key: 'act',
      label: '',
      cell: (row) => row.mine && <Forget from="added" id={row.id} words={words} text={row.text} />,
    },
  ]
  return (
    <Sheet title={t('加上的写法', 'Words that were added')} flush>
      <DataTable
        label={t('加上的写法', 'Words that were added')}
        columns={columns}
        rows={words.added}
        rowKey={(row) => row.id}
        empty={<EmptyNote text={t('还没有加过。', 'None yet.')} />}
      />
    </Sheet>
  )
}

/** The office that added it, or all; the county level changes it. */
function Reach({ row, words }: { row: Added; words: Words }) {
  const say = useText()
  const spread = useAct('import.spread')
  const word = row.general ? t('改回只对本单位', 'For its office only') : t('改为全县通用', 'Make it general')
  return (
    <>
      {row.general ? say(t('全县', 'all offices')) : row.office}{' '}
      {words.can.spread && (
        <button
          type="button"
          className="link-button"
          aria-label={say(t(`“${row.text}”${word.zh}`, `"${row.text}": ${word.en}`))}
          onClick={() => spread.mutate({ id: row.id, general: !row.general })}
        >
          {say(word)}
        </button>
      )}
      {spread.error && <ProblemNote problem={spread.error} />}
    </>
  )
}

export function LearnedSheet({ words }: { words: Words }) {
  const say = useText()
  const columns: Column<Learned>[] = [
    { key: 'sender', label: t('谁报来的表', 'Files of'), cell: (row) => row.sender, card: 'title' },
    {
      key: 'head',
      label: t('表里写的', 'Written'),
      cell: (row) => (
        <b>
          {row.head.startsWith(':')
            ? say(t(`工作表“${row.head.slice(1)}”`, `sheet "${row.head.slice(1)}"`))
            : row.head}
        </b>
      ),
      slack: true,
    },
    { key: 'target', label: t('当作', 'Taken for'), cell: (row) => say(row.label) },
    {
      key: 'by',
      label: t('谁改的', 'Corrected by'),
      cell: (row) => `${row.by ?? ''} ${momentText(row.at)}`,
      minor: true,
    },
    {
      key: 'act',
      label: '',
      cell: (row) => <Forget from="learned" id={row.id} words={words} text={row.head} />,
    },
  ]
  return (
    <Sheet
      title={t('改对过、记住了的', 'Learned from corrections')}
      note={say(t('按报表的单位记', 'by sender'))}
      flush
    >
      <DataTable
        label={t('改对过、记住了的', 'Learned from corrections')}
        columns={columns}
        rows={words.learned}
        rowKey={(row) => row.id}
        empty={
          <EmptyNote
            text={t('还没有。对表头时改过的会记在这里。', 'None yet. Corrections of headings are kept here.')}
          />
        }
      />
    </Sheet>
  )
}

type ForgetProps = { from: 'added' | 'learned'; id: number; words: Words; text: string }

function Forget({ from, id, words, text }: ForgetProps) {
  const say = useText()
  const forget = useAct('import.forget')
  if (!words.can.change) return null
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={say(t(`去掉“${text}”`, `Remove "${text}"`))}
        onClick={() => forget.mutate({ from, id })}
      >
        {say(t('去掉', 'Remove'))}
      </button>
      {forget.error && <ProblemNote problem={forget.error} />}
    </>
  )
}

type Known = { key: string; label: { zh: string; en: string }; heads: string; words: string }

export function BuiltInSheet({ words }: { words: Words }) {
  const say = useText()
  const comma = say(t('、', ', '))
  const rows: Known[] = words.builtIn.map(({ field, label, heads }) => ({
    key: field,
    label,
    heads: heads.join(comma),
    words: (words.choices.find((one) => one.field === field)?.options ?? [])
      .map(
        (option) => `${say(option.label)}${option.words.length > 0 ? `（${option.words.join(comma)}）` : ''}`,
      )
      .join(say(t('；', '; '))),
  }))
  const columns: Column<Known>[] = [
    { key: 'label', label: t('名册里的栏', 'Field'), cell: (row) => <b>{say(row.label)}</b>, card: 'title' },
    { key: 'heads', label: t('认得的栏名', 'Headings'), cell: (row) => row.heads, slack: true },
    {
      key: 'words',
      label: t('认得的写法', 'Words'),
      cell: (row) => row.words && <span className="import-known">{row.words}</span>,
      slack: true,
    },
  ]
  return (
    <Sheet title={t('系统自己认得的', 'Known by the system')} flush>
      <DataTable
        label={t('系统自己认得的', 'Known by the system')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
      />
    </Sheet>
  )
}
