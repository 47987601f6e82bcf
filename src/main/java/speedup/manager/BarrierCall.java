package speedup.manager;

/** The operations of a barrier. */
enum BarrierCall {
  AWAIT,
  /** The last one has run the action of the round. */
  ACTION_DONE,
  PARTIES,
  WAITING,
  IS_BROKEN,
  ABORT,
  RESET
}
