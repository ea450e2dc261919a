import { english } from './english';
import { german } from './german';
import { type Words } from './Words';

const languages = { en: english, de: german };
export type Language = keyof typeof languages;

/** The words of a panel: those that it was told to use, else of the language of the page, else English. */
export function wordsOf(language: Language | 'auto', page: string): Words {
  const asked = language === 'auto' ? page.slice(0, 2).toLowerCase() : language;
  return asked in languages ? languages[asked as Language] : english;
}
