// 设置/导入: how offices call the fields of a register and write its choices. What officers added and what corrections taught.
import { Select } from 'antd'
import { useCall } from '../../api.ts'
import { useAddressValue } from '../../app/link.tsx'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { Page as PageFrame, Stack } from '../../parts/page.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { WaitBars } from '../../parts/wait-bars.tsx'
import { LayoutsSheet } from './layouts-sheet.tsx'
import { TeachSheet } from './teach-sheet.tsx'
import { AddedSheet, BuiltInSheet, LearnedSheet } from './words-sheets.tsx'
import './import.css'

export function Page() {
  const say = useText()
  const { meta } = useSession()
  const [named, setNamed] = useAddressValue('register')
  const importing = meta.registers.filter(({ can }) => can.import)
  const own = importing.length > 0 ? importing : meta.registers
  const register = named ?? own[0]?.name ?? ''
  const read = useCall('import.words', { register }, { enabled: register !== '' })
  return (
    <PageFrame
      title={t('导入用语', 'Words of imports')}
      sentence={say(
        t(
          '各单位的表栏名、写法不一样。在这里加上，以后的表自己就认得；改对过的表头也在这里，可以去掉。',
          'Offices name columns and write values in their own ways. What is added here is understood from then on; what corrections taught stands here too and can be removed.',
        ),
      )}
      actions={
        <Select
          aria-label={say(t('名册', 'Register'))}
          value={register}
          options={own.map(({ name, label }) => ({ value: name, label: say(label) }))}
          onChange={setNamed}
          showSearch
          optionFilterProp="label"
          className="import-register"
        />
      }
    >
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {read.data ? (
        <Stack>
          {read.data.can.change && <TeachSheet key={register} register={register} words={read.data} />}
          <LayoutsSheet key={`layouts-${register}`} register={register} />
          <AddedSheet words={read.data} />
          <LearnedSheet words={read.data} />
          <BuiltInSheet words={read.data} />
        </Stack>
      ) : (
        !read.error && register !== '' && <WaitBars lines={8} />
      )}
    </PageFrame>
  )
}
