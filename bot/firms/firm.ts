import type { Lang } from '../../corpus/schema.ts'
import type { DayRange, QuietHours } from '../digest/schedule.ts'
import type { Level } from '../event.ts'
import type { Profile, Step } from './profile.ts'

/** A member's roles. An `operator` of the deployment is none of them: only configuration or the command line makes one. */
export const ROLES = ['staff', 'manager', 'admin', 'supporter'] as const
export type Role = (typeof ROLES)[number]

/**
 * When managers get the weekly digest, in the firm's own time. `day`: ISO, Monday is 1. `time`: `10:00`. `snoozes`: not on these
 * days. `quietWeek`: whether a week in which nothing happened has no digest, or one of one line. `monthly`: whether the
 * president's page is announced each month.
 */
export type DigestTime = Readonly<{
  on: boolean
  day: number
  time: string
  quiet?: QuietHours
  snoozes?: readonly DayRange[]
  quietWeek?: 'silent' | 'line'
  monthly?: boolean
}>
export const SUGGESTED_DIGEST: DigestTime = { on: true, day: 2, time: '10:00' }

/**
 * How the firm wants it. `keepsQuestions`: whether what its people ask is kept. `onboarding`: the form that comes next, absent
 * before the first. `sample`: the firm is made up, for looking round, or was and has been cleared.
 */
export type Settings = Readonly<{
  digest?: DigestTime
  keepsQuestions?: boolean
  onboarding?: Step
  sample?: 'shown' | 'cleared'
}>

/** The tenant. `timeZone` is an IANA name. */
export type Firm = Readonly<{
  id: string
  name: string
  lang: Lang
  timeZone: string
  profile: Profile
  settings: Settings
}>

/**
 * A person of a firm, on however many platforms. Who has left keeps their place in the history; who was deleted does, too, with
 * an empty name. `is`: the member whom this one turned out to be. `digest`: a manager gets it unless it is off. `reminders`: of what
 * they are in charge of; nobody gets them who didn't ask.
 */
export type Member = Readonly<{
  id: string
  name: string
  roles: readonly Role[]
  lang?: Lang
  reads?: Level
  digest?: 'off'
  reminders?: 'on'
  left: boolean
  is?: string
}>

/** Who speaks, as the firm knows them. */
export type Visitor = Readonly<{ firm: Firm; member: Member }>
