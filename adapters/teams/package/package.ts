import { strToU8, zipSync } from 'fflate'
import { colourIcon, outlineIcon } from './icons.ts'
import { localizationFor, manifestFor, otherThan, type PackageNeeds } from './manifest.ts'

/** A ZIP can't be older; with one date for all, the same package is the same bytes. */
const LONG_AGO = new Date(1980, 0, 1)

/** The app package as a ZIP file, for Teams' "Upload a custom app" and for the admin center. */
export function packageApp(needs: PackageNeeds): Uint8Array {
  const other = otherThan(needs.lang)
  const files = {
    'manifest.json': json(manifestFor(needs)),
    [`${other}.json`]: json(localizationFor(other)),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  }
  return zipSync(files, { level: 9, mtime: LONG_AGO })
}

const json = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`)
