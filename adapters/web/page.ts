import type { HtmlEscapedString } from 'hono/utils/html'
import { wordsIn } from '../../bot/words/words.ts'
import { LANGS, type Lang } from '../../corpus/schema.ts'
import { markup } from './markup.ts'
import { webWordsIn, type PageWords } from './words.ts'

const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = { ja: '日本語', en: 'English' }

export type PageNeeds = Readonly<{ lang: Lang; suggestions: (lang: Lang) => readonly string[] }>

/**
 * The whole chat page. The browser script swaps every `data-word`, `data-label` and `data-hint` when the language
 * switch is pressed; both languages travel in `data-words`.
 */
export function renderPage({ lang, suggestions }: PageNeeds): HtmlEscapedString {
  const words = webWordsIn(lang).page
  const both = JSON.stringify({ ja: webWordsIn('ja').page, en: webWordsIn('en').page })
  return markup`<!doctype html>
<html lang="${lang}">
${renderHead(words.title, markup`<script type="module" src="/public/chat.js"></script>`)}
<body data-words="${both}">
<a class="skip unseen" href="#question" data-word="skip">${words.skip}</a>
${renderHeader(words, lang)}
<section class="panel" id="panel" aria-label="${words.panel}" data-label="panel"></section>
<main>
<section class="welcome" id="welcome">
<h2 data-word="welcomeTitle">${words.welcomeTitle}</h2>
<p data-word="welcomeText">${words.welcomeText}</p>
${LANGS.map((each) => renderSuggestions(suggestions(each), each, lang))}
</section>
<div class="log" id="log" role="log" aria-live="polite" aria-label="${words.conversation}" data-label="conversation"></div>
<p class="working" id="working" role="status"></p>
<p class="unseen" id="changed" role="status"></p>
<noscript><p>このチャットにはJavaScriptが必要です。<span lang="en">This chat needs JavaScript.</span></p></noscript>
</main>
<footer class="fine-print"><p data-word="caution">${words.caution}</p><p data-word="credit">${words.credit}</p></footer>
${renderComposer(words)}
</body>
</html>`
}

/** Shown in both languages at once: whoever isn't signed in has told us little about themselves. */
export const renderSignIn = (lang: Lang): HtmlEscapedString => markup`<!doctype html>
<html lang="${lang}">
${renderHead(webWordsIn(lang).page.title)}
<body>
<header class="top"><div class="column"><h1 class="brand">${brand}</h1></div></header>
<main class="sign-in">
${[lang, ...LANGS.filter((other) => other !== lang)].map(
  (each) =>
    markup`<section lang="${each}"><h2>${webWordsIn(each).signInTitle}</h2><p>${webWordsIn(each).signIn}</p></section>`,
)}
</main>
</body>
</html>`

const renderHead = (title: string, script?: HtmlEscapedString): HtmlEscapedString => markup`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/page.css">
<link rel="stylesheet" href="/public/chat.css">
<link rel="stylesheet" href="/public/reply.css">
<link rel="stylesheet" href="/public/card.css">
${script}
</head>`

const brand = markup`<img src="/public/icon.svg" alt="" width="28" height="28"><span lang="ja">道しるべ</span> <span class="latin" lang="en">Shirube</span>`

const renderHeader = (
  words: PageWords,
  lang: Lang,
): HtmlEscapedString => markup`<header class="top"><div class="column">
<h1 class="brand">${brand}</h1>
<div class="switch" role="group" aria-label="${words.language}" data-label="language">
${LANGS.map(
  (each) =>
    markup`<button type="button" data-lang="${each}" lang="${each}" aria-pressed="${String(each === lang)}">${LANGUAGE_NAMES[each]}</button>`,
)}
</div>
<button type="button" class="new" id="new-conversation"><span data-word="newConversation">${words.newConversation}</span></button>
</div></header>`

function renderSuggestions(questions: readonly string[], lang: Lang, pageLang: Lang): HtmlEscapedString {
  const rows = questions.map(
    (question) => markup`<li><button type="button" data-ask="${question}">${question}</button></li>`,
  )
  const hidden = lang === pageLang ? markup`` : markup` hidden`
  return markup`<div class="choices" lang="${lang}" data-only="${lang}"${hidden}><p>${wordsIn(lang).tryThese}</p><ul>${rows}</ul></div>`
}

const renderComposer = (words: PageWords): HtmlEscapedString =>
  markup`<form class="composer" id="composer" aria-label="${words.question}" data-label="question">
<p class="problem" id="problem" role="alert"></p>
<label for="question" class="unseen" data-word="question">${words.question}</label>
<div class="field">
<textarea id="question" rows="1" enterkeyhint="send" autocomplete="off" aria-describedby="keys" placeholder="${words.questionHint}" data-hint="questionHint"></textarea>
<button type="submit" id="send" data-word="send">${words.send}</button>
</div>
<p class="keys" id="keys" data-word="keys">${words.keys}</p>
</form>`
