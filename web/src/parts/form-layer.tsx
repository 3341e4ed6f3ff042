// A drawer or dialog in which somebody types: Esc, ✕ or a click beside it asks first when something is not saved.
import { App, Drawer, type DrawerProps, Modal, type ModalProps } from 'antd'
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef } from 'react'
import { t, useText } from '../app/text.tsx'

type Tell = (form: string, dirty: boolean) => void
const Layer = createContext<Tell>(() => {})

/** Called in a form: tells the drawer around it (if there is one) whether something is typed that is not saved. */
export function useUnsaved(dirty: boolean): void {
  const tell = useContext(Layer)
  const form = useId()
  useEffect(() => {
    tell(form, dirty)
    return () => tell(form, false)
  }, [tell, form, dirty])
}

type FormDrawerProps = Omit<DrawerProps, 'onClose'> & { onClose: () => void; dirty?: boolean }

/** `<FormDrawer open dirty={…} onClose={close} title={…}>`; forms inside may also say it themselves with `useUnsaved`. */
export function FormDrawer({ dirty = false, onClose, children, ...rest }: FormDrawerProps) {
  const layer = useLayer(onClose)
  return (
    <Drawer {...rest} onClose={layer.leave}>
      <Inside tell={layer.tell} dirty={dirty}>
        {children}
      </Inside>
    </Drawer>
  )
}

type FormModalProps = Omit<ModalProps, 'onCancel'> & { onCancel: () => void; dirty?: boolean }

/** The same as a dialog in the middle. */
export function FormModal({ dirty = false, onCancel, children, ...rest }: FormModalProps) {
  const layer = useLayer(onCancel)
  return (
    <Modal {...rest} onCancel={layer.leave}>
      <Inside tell={layer.tell} dirty={dirty}>
        {children}
      </Inside>
    </Modal>
  )
}

function Inside({ tell, dirty, children }: { tell: Tell; dirty: boolean; children: ReactNode }) {
  return (
    <Layer value={tell}>
      <Unsaved dirty={dirty} />
      {children}
    </Layer>
  )
}

function Unsaved({ dirty }: { dirty: boolean }) {
  useUnsaved(dirty)
  return null
}

/** `leave` closes at once when nothing is open, else after the question. */
function useLayer(close: () => void) {
  const say = useText()
  const { modal } = App.useApp()
  const forms = useRef(new Set<string>())
  const tell = useMemo<Tell>(
    () => (form, dirty) => {
      if (dirty) forms.current.add(form)
      else forms.current.delete(form)
    },
    [],
  )
  useLastWord(forms)
  const leave = () => {
    if (forms.current.size === 0) return close()
    // Esc in the question goes back to the form: it is the answer that loses nothing.
    modal.confirm({
      title: say(t('未保存', 'Not saved')),
      content: say(
        t('填的内容还没有存，关上就没有了。', 'What you typed is not saved; closing it loses it.'),
      ),
      okText: say(t('不存，关上', 'Close without saving')),
      okButtonProps: { danger: true, type: 'default' },
      cancelText: say(t('接着填', 'Go on')),
      cancelButtonProps: { type: 'primary' },
      autoFocusButton: 'cancel',
      onOk: close,
    })
  }
  return { tell, leave }
}

/** Closing or reloading the browser page asks in the browser's own words. */
function useLastWord(forms: { readonly current: ReadonlySet<string> }) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (forms.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [forms])
}
