/** What ends the process that works on it. */
export const DEADLY = '読むと止まる、ある会社の秘密'
