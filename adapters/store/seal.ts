import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes: the nonce of NIST SP 800-38D §8.2, and its tag. */
const NONCE = 12
const TAG = 16

/**
 * AES-256-GCM. `about` is bound in: what was sealed about one thing does not open as another's. The key is 32 bytes, base64
 * or hex.
 */
export type Seal = Readonly<{ close(text: string, about: string): string; open(sealed: string, about: string): string }>

export function createSeal(key: string): Seal {
  const bytes = keyBytes(key)
  return {
    close(text, about) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(sealed, about) {
      const whole = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', bytes, whole.subarray(0, NONCE))
        .setAAD(Buffer.from(about))
        .setAuthTag(whole.subarray(NONCE, NONCE + TAG))
      return Buffer.concat([decipher.update(whole.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
    },
  }
}

function keyBytes(key: string): Buffer {
  const bytes = /^[0-9a-f]{64}$/iu.test(key) ? Buffer.from(key, 'hex') : Buffer.from(key, 'base64')
  if (bytes.length !== 32)
    throw new Error('ENCRYPTION_KEY is not 32 bytes in base64 or hex; make one with: openssl rand -base64 32')
  return bytes
}
