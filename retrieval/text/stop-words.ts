/** English words too common to find anything by. Question words stay out of search; the facet reads them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anybody anyone anything are aren't as at be because been before being but by
  can can't cannot could couldn't did didn't do does doesn't doing don't done dont down during each else even ever every
  few for from further get gets getting go goes going gone got had hadn't has hasn't have haven't having he her here hers
  herself hi him himself his how however i i'd i'll i'm i've if im in into is isn't it it's its itself just keep kind let
  like lot made make makes many may maybe me might more most much must my myself need needed needs no nor not now of off
  ok on once one only or other our ours ourselves out over own please put quite rather really right said same say says
  she should shouldn't so some somebody someone something sort still such sure take taken tell than that that's the their
  theirs them themselves then there there's these they thing things think this those through to too under until up us
  use used using very want wants was wasn't way we we're we've were weren't what what's when where which while who who's
  whom whose why will with without won't would wouldn't yet you you're your yours yourself yourselves`.split(/\s+/u),
)
