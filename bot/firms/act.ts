import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import type { FirmAction } from './actions.ts'
import { askForCode, makeCode, redeemCode } from './code-cards.ts'
import { clearSample, confirmErase, showErase } from './erase.ts'
import { saveProfile, showOnboarding } from './onboarding.ts'
import { showExports, showPapers } from './papers.ts'
import { bringBack, forgetMember, leave, removeMember } from './parting.ts'
import { saveMember, showMember, showPeople } from './people.ts'
import { saveFirmSettings, saveOwnSettings, showFirmSettings, showSettings } from './settings.ts'
import { endSupport, showPortfolio, showSupporters } from './supporters.ts'

/** What is pressed about the firm itself. Whether the member may do it has been asked already. */
// eslint-disable-next-line max-lines-per-function -- two lines for every action, and nothing else
export function actInFirm(action: FirmAction, values: FormValues, visit: Visit): Promise<Reply> | Reply {
  switch (action.kind) {
    case 'onboard':
      return showOnboarding(action.step, visit)
    case 'save_profile':
      return saveProfile(action.step, values, visit)
    case 'settings':
      return showSettings(visit)
    case 'save_own_settings':
      return saveOwnSettings(values, visit)
    case 'firm_settings':
      return showFirmSettings(visit)
    case 'save_firm_settings':
      return saveFirmSettings(values, visit)
    case 'leave':
      return leave(action.sure, visit)
    case 'people':
      return showPeople(visit)
    case 'member':
      return showMember(action.member, visit)
    case 'save_member':
      return saveMember(action.member, values, visit)
    case 'remove_member':
      return removeMember(action, visit)
    case 'bring_back':
      return bringBack(action.member, visit)
    case 'forget_member':
      return forgetMember(action, visit)
    case 'make_code':
      return makeCode(action.purpose, visit)
    case 'enter_code':
      return askForCode(visit)
    case 'redeem_code':
      return redeemCode(values, visit)
    case 'supporters':
      return showSupporters(visit)
    case 'end_support':
      return endSupport(action, visit)
    case 'portfolio':
      return showPortfolio(visit)
    case 'papers':
      return showPapers(visit)
    case 'exports':
      return showExports(visit)
    case 'clear_sample':
      return clearSample(visit)
    case 'erase_firm':
      return showErase(visit)
    case 'confirm_erase':
      return confirmErase(values, visit)
  }
}
