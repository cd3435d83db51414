import { z } from 'zod';
import { someOf } from '#platform/http/form.ts';
import { taskWords } from '../../family-words.ts';
import { careTasks } from '../../family.ts';
import { checkboxes, textarea } from '../draw.ts';
import { ownWords } from '../fields.ts';
import { childName, question } from '../question.ts';

/** Equipment and health tasks, asked where health or equipment was ticked for a child. */
export const care = question({
  form: () => z.object({ tasks: someOf(careTasks), care: ownWords }),
  title: (words, known) => words.t('brokerage:care.title', { child: childName(words, known) }),
  draw: ({ t }, typed) => [
    { control: 'text-block', text: t('brokerage:care.why') },
    checkboxes(
      'tasks',
      { label: t('brokerage:care.tasks'), hint: t('brokerage:care.tasksHint') },
      careTasks.map((value) => ({ value, text: t(taskWords[value]) })),
      typed,
    ),
    textarea(
      'care',
      { label: t('brokerage:care.text'), hint: t('brokerage:care.textHint') },
      typed,
    ),
  ],
  rows: ({ t }, { tasks, care: text }) => [
    {
      label: 'brokerage:check.row.tasks',
      text: tasks.map((task) => t(taskWords[task])).join('\n'),
    },
    { label: 'brokerage:check.row.care', text, typed: true },
  ],
});
