/** Jokes, compliments, insults and small talk about the bot itself. */
export const CHATTER: readonly RegExp[] = [
  /\b(?:tell|know|got) (?:me |us )?(?:a |any |another )?jokes?\b|make me laugh|^sing\b|^(?:you(?:'re| are) (?:the best|so |very |really |way |great|awesome|cute|smart|nice|funny|stupid|useless|cool|amazing|a (?:genius|star|lifesaver|legend)))|^how are you|^what's up|^lol|^haha|i love you|are you (?:tired|happy|bored|ok|single|busy)|^(?:test|testing|hello\?|ping)$/u,
  /面白い(?:こと|話|やつ)?(?:を)?(?:言って|して|ある|教えて|聞かせて)|(?:ジョーク|冗談|ギャグ|なぞなぞ|小話|歌)(?:を)?(?:言|歌|教|出|聞|一つ|お願い|って)|^(?:すごい|すごく|えらい|賢い|天才|かわいい|さすが|やるね|いいね|好き|大好き|つまらない|ばか|バカ|うける|ウケる|笑|暇|ひま|疲れた|つかれた|眠い|ねむい|腹減った|お腹すいた)|(?:説明|教え方|話).{0,4}(?:うまい|上手|わかりやすい|分かりやすい)(?:です)?(?:ね|よ|な)?[〜ー!]*$|^元気|調子どう|^テスト(?:です)?$|^(?:あ|え|お|う)+$/u,
]
