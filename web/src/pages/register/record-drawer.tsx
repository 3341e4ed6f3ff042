// The row beside its list: all that is known of it, without leaving the list.
import { Drawer } from 'antd'
import { PageLink } from '../../app/link.tsx'
import type { RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { FieldValue, headText, type RegisterRow } from '../../kinds/field-value.tsx'
import { Facts } from '../../parts/sheet.tsx'
import { fieldsOf } from './use-register.ts'

type DrawerProps = {
  register: RegisterMeta
  row: RegisterRow | undefined
  /** The day of which the list tells; the record opens as it was then. */
  on?: string | undefined
  onClose: () => void
}

export function RecordDrawer({ register, row, on, onClose }: DrawerProps) {
  const say = useText()
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      size={440}
      mask={false}
      title={row?.title}
      extra={
        row && (
          <PageLink to={`/r/${register.name}/${row.id}${on ? `?on=${on}` : ''}`}>
            {say(t('打开档案', 'Open the record'))}
          </PageLink>
        )
      }
    >
      {row && (
        <Facts
          facts={fieldsOf(register).map((field) => ({
            key: field.name,
            label: headText(field),
            value:
              field.name === 'validFrom' ? (
                row.validFrom
              ) : field.name === 'validTo' ? (
                (row.validTo ?? '—')
              ) : (
                <FieldValue
                  field={field}
                  row={row}
                  register={register.name}
                  reveal={register.can.reveal && !on}
                />
              ),
          }))}
        />
      )}
    </Drawer>
  )
}
