/** A question to ask oneself a week later, and where the lesson proves the answer. */
export interface FlashCard {
  readonly question: string;
  readonly answer: string;
  /** The heading of the section in the lesson's notebook whose cells show it. */
  readonly provedBy: string;
}
