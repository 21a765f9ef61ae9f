/** One page of every type, by what it is. */
export const pageTypes: Readonly<Record<string, string>> = {
  'home page': '',
  'list of lessons': 'lessons/',
  'lesson of prose': 'lessons/00-how-this-course-works/',
  'lesson with an exercise': 'lessons/02-threads-and-the-race/',
  answer: 'lessons/answers/which-runaction/',
  sources: 'lessons/sources/',
  glossary: 'lessons/reference/glossary/',
  'table to look things up': 'lessons/reference/where-am-i/',
  'blank playground': 'playground/',
  'state of the translation': 'translation/',
  'reader’s progress': 'progress/',
  'search page': 'search/',
  'page that is not there': 'lessons/nobody-here/',
};
