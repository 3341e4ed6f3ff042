// Beside the rows: what is to be mended, what was put right without asking, where the file comes from.
import { fileAddress, useAct } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { Glyph } from '../../parts/state-mark.tsx'
import { countOf, figure, type Import, momentWords } from './import-words.ts'

export function ImportSide({ given }: { given: Import }) {
  return (
    <Stack>
      <ToMend given={given} />
      <PutRight given={given} />
      <Origin given={given} />
    </Stack>
  )
}

function ToMend({ given }: { given: Import }) {
  const say = useText()
  const [reason, setReason] = useAddressValue('reason')
  const rows = countOf(given, 'rejected', 'doubtful')
  if (rows === 0) return null
  return (
    <Sheet title={t('要改的', 'To mend')} note={say(t(`${figure(rows)} 行`, `${figure(rows)} rows`))} flush>
      <ul className="import-reasons">
        {given.reasons.map(({ code, class: as, text, count }) => (
          <li key={`${code}:${as}`}>
            <button
              type="button"
              aria-pressed={reason === code}
              onClick={() => setReason(reason === code ? undefined : code)}
            >
              <Glyph mark={as === 'rejected' ? 'refused' : 'doubt'} />
              <span>{say(text)}</span>
              <b>{figure(count)}</b>
            </button>
          </li>
        ))}
      </ul>
      {(given.mine || given.can.merge) && <Out given={given} rows={rows} />}
    </Sheet>
  )
}

/** The same rows as a file: mended in Excel, they come back by the same door. */
function Out({ given, rows }: { given: Import; rows: number }) {
  const say = useText()
  const out = useAct('import.rejects', {
    onDone: ({ fileId }) => window.open(fileAddress(fileId), '_self'),
  })
  return (
    <>
      <p className="import-out">
        <button
          type="button"
          className="link-button"
          disabled={out.isPending}
          onClick={() => out.mutate({ importId: given.id })}
        >
          {say(t(`导出这 ${figure(rows)} 行，在 Excel 里改`, `Export these ${figure(rows)} rows to Excel`))}
        </button>
        <span className="note">
          {say(t('改好再传。已入册的行不会重复。', 'Upload it again when mended.'))}
        </span>
      </p>
      {out.error && <ProblemNote problem={out.error} />}
    </>
  )
}

function PutRight({ given }: { given: Import }) {
  const say = useText()
  if (given.notices.length === 0) return null
  return (
    <Sheet title={t('已自动处理', 'Put right')} note={say(t('原文都保留', 'originals kept'))} flush>
      <ul className="import-reasons">
        {given.notices.map(({ code, text, count }) => (
          <li key={code}>
            <span className="import-notice">
              <Glyph mark="done" />
              <span>{say(text)}</span>
              <b>{figure(count)}</b>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const encodings: Record<string, string> = {
  gb18030: 'GBK',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}

function Origin({ given }: { given: Import }) {
  const say = useText()
  const encoding = given.encoding
    ? t(`编码 ${encodings[given.encoding] ?? given.encoding}。`, `${given.encoding}. `)
    : t('', '')
  return (
    <Sheet title={t('来源', 'Source')}>
      <p className="note">
        {`${given.office}　${given.uploadedBy}　${momentWords(given.uploadedAt)}`}
        <br />
        {say(encoding)}
        {say(
          t(
            `文件指纹 ${given.sha256.slice(0, 4)}・${given.sha256.slice(-4)}，再传同一文件不会重复入册。`,
            `Fingerprint ${given.sha256.slice(0, 8)}: the same file is recognised.`,
          ),
        )}
      </p>
    </Sheet>
  )
}
