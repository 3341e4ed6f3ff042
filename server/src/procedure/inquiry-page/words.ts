/** What the page says before its script runs, and to those without script. */
import { t } from '#kernel'

export const words = {
  title: t('我能领什么', 'What am I entitled to?'),
  lead: t(
    '答几个问题，就知道哪些看来可以领、哪些不行、还差什么。问答都在您的手机里算，不保存、不上传。',
    'Answer a few questions to see what seems due to you, what does not, and what is still open. All is computed on your telephone; nothing is stored or sent.',
  ),
  noScript: t(
    '这台手机没有打开脚本，不能一问一答。下面是各项政策给谁、到哪里办、要带什么。',
    'Scripts are off, so no questions can be asked. Below: whom each policy is for, where to go and what to bring.',
  ),
  office: t('到哪里办', 'Where to go'),
  papers: t('要带什么', 'What to bring'),
  tooOften: t(
    '这个地址一分钟里打开的次数太多。请过一分钟再打开。',
    'This address opened the page too often within a minute. Open it again in a minute.',
  ),
} as const
