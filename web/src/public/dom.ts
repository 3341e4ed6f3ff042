// Elements without a framework: the page must load on a cheap telephone over a thin line.

type Child = Node | string | false | null | undefined | readonly Child[]
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>

/** `h('button', { class: 'choice', onclick: … }, 'text')`: text is never read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  put(element, children)
  return element
}

/** Puts children in the place of what stood there. */
export function replace(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren()
  put(element, children)
}

function put(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) put(element, child as readonly Child[])
    else if (child instanceof Node || typeof child === 'string') element.append(child)
  }
}
