// Who may not try: the page says who does.
import { t } from '../../../app/text.tsx'
import { EmptyNote } from '../../../parts/empty-note.tsx'
import { Page as PageFrame } from '../../../parts/page.tsx'

export function NotForYou() {
  return (
    <PageFrame
      crumb={[{ label: t('政策', 'Policies'), to: '/policy' }]}
      title={t('政策实验室', 'Policy laboratory')}
    >
      <EmptyNote
        text={t(
          '政策实验室由人社局、乡镇经办和领导小组办公室使用。批准了的参数在政策页上看。',
          'The laboratory is for the social security bureau, township clerks and the leading-group office. Approved values stand on the page of the policy.',
        )}
      />
    </PageFrame>
  )
}
