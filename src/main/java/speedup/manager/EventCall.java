package speedup.manager;

/** The operations of an event. */
enum EventCall {
  IS_SET,
  SET,
  CLEAR,
  AWAIT
}
