// `?`: the list of keys.
import { Modal } from 'antd'
import { type Text, t, useText } from './text.tsx'

const keys: readonly [string, Text][] = [
  ['/', t('搜索', 'Search')],
  ['Alt + 0 … 7', t('工作台和各房间', 'Desk and rooms')],
  ['Ctrl + B', t('收起或打开页面栏', 'Fold or open the page column')],
  ['Ctrl + Enter', t('按本处的主按钮', 'Press the primary button')],
  ['J　K', t('下一行、上一行', 'Next row, previous row')],
  ['Enter', t('打开这一行', 'Open the row')],
  ['W', t('有金额的行：为什么', 'On a row with an amount: why')],
  ['F8', t('下一个问题', 'Next problem')],
  ['Ctrl + Z', t('导入改问题：撤销上一步', 'Mending an import: take the last step back')],
  ['C', t('说明树：看依据大意', 'Explanation: what the clause says')],
  ['*', t('说明树：全部展开', 'Explanation: open all')],
  ['Esc', t('关闭', 'Close')],
]

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useText()
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={say(t('按键一览', 'Keys'))} width={420}>
      <dl className="key-list">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {say(
          t('用输入法打字时，这些按键不起作用。', 'While an input method composes, none of these keys acts.'),
        )}
      </p>
    </Modal>
  )
}
