import type { Block, Reply } from '../reply.ts'

/**
 * Sentences that say of somebody's firm, vendor or product that it is certified, compliant, safe or has passed. The words
 * alone are fine ("is our vendor certified?", 認定個人情報保護団体); the claim about somebody is not.
 */
const CLAIMS: readonly RegExp[] = [
  /\b(?:you|we|your (?:firm|company|shop|business|vendor|product)|our (?:firm|company|vendor)|the (?:firm|vendor|company|product)|it)(?:'re|'s| is| are| has been| have been| was| were| became)(?: now| already| fully| therefore| thus| then)* (?:certified|compliant|accredited|(?:fully |completely )?(?:secure|safe)(?= now|[.!,]|$)|fully protected|in compliance)/iu,
  /\b(?:you|we|your (?:firm|company|vendor)|our (?:firm|company))(?: now| already| fully)* (?:comply|complies|conform|conforms|meet|meets|fulfil|fulfils|satisfy|satisfies) (?:with )?(?:all (?:of )?)?(?:the )?(?:CPSF|framework|standard|ISO|NIST|SCS|★|requirements of)/iu,
  /(?:御社|貴社|弊社|当社|自社|会社|業者|製品|うち|あなた(?:の会社)?)(?:は|も|が)[^。？?]{0,30}(?:準拠|適合|合格|認定|認証|取得)(?:して(?:い)?(?:ます|る)|済み(?:です)?|されて(?:い)?(?:ます|る)|しました|となりました|です)/u,
  /(?:御社|貴社|弊社|当社|自社|会社|うち|あなた(?:の会社)?)(?:は|も)[^。？?、]{0,12}(?:もう|すでに|これで)?(?:安全|万全)(?:です|と言えます|になりました)/u,
]
/** What turns a claim into its opposite or into a condition. */
const NOT_CLAIMED =
  /(?:\bnot\b|n't\b|\bnever\b|\bno\b|\bif\b|\bwhether\b|\bunless\b|\bask\b|\bcheck\b|ない|ません|か(?:どうか)?(?:、|。|を|は)|なら|場合|とき)/iu

/** Lets a reply through, or puts `instead` in its place when it claims something nobody here can know. */
export function guard(reply: Reply, instead: () => Reply): Reply {
  return reply.blocks.flatMap(textsOf).some(claimsAboutSomebody) ? instead() : reply
}

export function claimsAboutSomebody(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => CLAIMS.some((claim) => claim.test(sentence)) && !NOT_CLAIMED.test(sentence),
  )
}

const sentencesOf = (text: string): string[] => text.normalize('NFKC').split(/(?<=[。.!?！？])\s*|\n+/u)

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'notice':
      return [block.text]
    case 'list':
      return [block.heading, ...block.items]
    case 'citations':
      return block.citations.flatMap(({ title, quote }) => [title, quote])
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }) => label)]
    case 'suggestions':
      return [block.prompt]
    case 'related':
      return block.links.map(({ title }) => title)
  }
}
