package speedup.manager;

/** The operations of a single value. */
enum ValueCall {
  GET,
  SET,
  GET_AND_SET,
  COMPARE_AND_SET,
  UPDATE_AND_GET,
  GET_AND_UPDATE,
  /** The value, after the number of changes by which {@link #SET_IF} knows it. */
  VERSIONED,
  /** Another value, if nobody has changed it since. */
  SET_IF
}
