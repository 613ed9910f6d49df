import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PATH = '/usr/bin/chromium'

export function startChromium(): Promise<Browser> {
  if (!existsSync(PATH)) {
    throw new Error(`${PATH} is missing; install it: apt-get update && apt-get install -y chromium fonts-noto-cjk`)
  }
  return chromium.launch({ executablePath: PATH, args: ['--no-sandbox', '--headless=new', '--disable-gpu'] })
}
