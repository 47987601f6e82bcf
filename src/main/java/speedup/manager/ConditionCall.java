package speedup.manager;

/** The operations of a condition. */
enum ConditionCall {
  AWAIT,
  SIGNAL,
  LOCK,
  REQUIRE_LOCK
}
