import type { FormWords } from './vocabulary.ts'

export const formsEn: FormWords = {
  saveAs: (status) => `Note as “${status}”`,
  save: 'Save',
  partlyIntro: {
    scs: 'Tick what is there already. These are criteria of SCS ★3 in Shirube’s words. None at all is fine, too.',
    step: 'Tick what is done already. None at all is fine, too.',
  },
  partlyField: 'Already there',
  notApplicableIntro: 'The item won’t be counted, so please say why, for whoever looks at it later.',
  whyNot: 'Why it doesn’t apply',
  whyNotHint: 'For example: we have no workshop and no machines on a network',
  reasonMissing:
    'Please say a little more: enough for somebody who reads it in a year. If you’re not sure, “Don’t know” is fine.',
  detailsIntro: 'Change only what you want to change.',
  nobodyYet: 'Nobody yet',
  asProposed: (party) => `As proposed (${party})`,
  linkField: 'Link to evidence',
  linkHint: (longest) => `Where the paper or picture is kept; begins with https://, up to ${longest} characters`,
  fileField: 'Evidence file',
  fileHint:
    'The file’s name and its SHA-256, 64 characters by which it is known again later. The file itself isn’t sent: keep it in your firm.',
  expiresField: 'Evidence valid until',
  expiresHint: 'Only for what runs out, such as contracts and certificates',
  wrongDate: 'Please write the date like 2027-03-31.',
  wrongLink: 'Please paste a link that begins with https:// or http://.',
  wrongFile: 'Please write both the file’s name and its SHA-256 (64 characters, 0–9 and a–f), with a space between.',
  wrongChoice: 'Please choose from the list.',
  wrongMember: 'This person isn’t there. Please choose from the list.',
  expiryAlone: 'A date alone can’t be kept. Please add the link or the file.',
  tooLong: 'This is too long. Please make it shorter and send it again.',
  sendBackIntro: 'Say what should be looked at again. The answer given so far is kept.',
  sendBackField: 'Why you send it back',
  sendBackMissing: 'Please say a little more: enough for them to know what to do next.',
}
