/** The last touches to a generated sentence: spaces, articles, the capital. */
import { article } from "../english";

/** "@a" becomes "a" or "an", and words stand one space apart. */
export function withArticles(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/ ([,.?!])/g, "$1")
    .trim()
    .replace(/@a (\S+)/g, (_, next: string) => `${article(next)} ${next}`);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
