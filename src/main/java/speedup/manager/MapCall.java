package speedup.manager;

/** The operations of a map. */
enum MapCall {
  GET,
  GET_OR_DEFAULT,
  PUT,
  PUT_IF_ABSENT,
  PUT_ALL,
  REMOVE,
  REMOVE_IF_VALUE,
  REPLACE,
  REPLACE_IF_VALUE,
  CONTAINS_KEY,
  CONTAINS_VALUE,
  SIZE,
  CLEAR,
  SNAPSHOT,
  COMPUTE,
  COMPUTE_IF_ABSENT,
  COMPUTE_IF_PRESENT,
  MERGE,
  REPLACE_ALL,
  /** The value of a key, after the number of changes by which {@link #SET_IF} knows it. */
  VERSIONED,
  /** Another value for a key, null for none, if nobody has changed the map since. */
  SET_IF,
  /** An operation of every collection, on the keys. */
  KEYS,
  /** An operation of every collection, on the values. */
  VALUES
}
