package speedup.manager;

/** The operations of a list beside those of every collection. */
enum ListCall {
  GET,
  SET,
  INSERT,
  INSERT_ALL,
  REMOVE_AT,
  GET_FIRST,
  GET_LAST,
  REMOVE_FIRST,
  REMOVE_LAST,
  INDEX_OF,
  LAST_INDEX_OF,
  REMOVE_RANGE,
  SORT,
  REPLACE_ALL,
  /** All elements, after the number of changes by which {@link #REPLACE_IF} knows them. */
  VERSIONED,
  /** Other elements, if nobody has changed the list since. */
  REPLACE_IF
}
