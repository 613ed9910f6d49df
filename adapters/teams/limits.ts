/**
 * learn.microsoft.com/microsoftteams/platform, November 2026: "Enhance AI-generated bot messages", "Suggested actions", "Types
 * of cards". Lengths in UTF-16 units, which are never fewer than the characters that Microsoft counts.
 */
export const LIMITS = {
  /** Bytes in UTF-8 of what is rendered. Teams is sure to take 28 KB; the connector adds addresses. */
  message: 26_000,
  /** One more, and Teams refuses the message. */
  citations: 20,
  citationName: 80,
  citationAbstract: 160,
  /** Teams shows no more. */
  suggestions: 3,
  /** The seventh hides behind a menu. */
  buttonsInARow: 6,
  // Our own:
  summary: 120,
  question: 300,
  citationUrl: 400,
  pageUrl: 2_000,
} as const
