package speedup.manager;

/** The operations of a lock. */
enum LockCall {
  ACQUIRE,
  RELEASE,
  IS_HELD,
  WAS_ABANDONED
}
