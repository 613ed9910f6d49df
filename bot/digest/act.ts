import { openSheet } from '../checklist/sheet.ts'
import type { FormValues } from '../event.ts'
import type { Reply } from '../reply.ts'
import type { Visit } from '../visit.ts'
import type { DigestAction } from './actions.ts'
import { decide, putOff, showDecideForm } from './decide.ts'
import { showLast } from './last.ts'
import { previewDigest } from './preview.ts'
import { sendDigest, showSend } from './send.ts'
import { saveDigestSettings, showDigestSettings } from './settings.ts'

/** What is pressed about the digest. Whether the member may do it has been asked already. */
export async function actOnDigest(action: DigestAction, values: FormValues, visit: Visit): Promise<Reply> {
  switch (action.kind) {
    case 'digest':
      return previewDigest(visit)
    case 'send_digest_form':
      return showSend(visit)
    case 'send_digest':
      return sendDigest(visit)
    case 'last_digest':
      return showLast(action.period, visit)
    case 'digest_settings':
      return showDigestSettings(visit)
    case 'save_digest_settings':
      return saveDigestSettings(values, visit)
    case 'decide_form':
      return showDecideForm(action, await openSheet(visit))
    case 'decide':
      return decide(action, values, await openSheet(visit))
    case 'put_off':
      return putOff(action.item, await openSheet(visit))
  }
}
