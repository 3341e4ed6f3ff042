// The few pictures of the shell, drawn with one pen: 16 px, stroke 1.5.
const paths = {
  pin: 'M8 14.5s5-4.6 5-8.3A5 5 0 0 0 3 6.2c0 3.7 5 8.3 5 8.3Zm0-6.3a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  down: 'm4 6 4 4 4-4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  bell: 'M3 12h10M4.5 12V7a3.5 3.5 0 0 1 7 0v5M8 1.8v1.7M6.8 14.2h2.4',
  columns: 'M2 3h12v10H2zM6 3v10',
  key: 'M2 4.5h12v7H2zM4.5 7h0M7 7h0M9.5 7h0M12 7h0M5 9.5h6',
  more: 'M3 8h0M8 8h0M13 8h0',
} as const

export function Icon({ name, size = 16 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
