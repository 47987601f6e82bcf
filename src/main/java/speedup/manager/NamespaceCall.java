package speedup.manager;

/** The operations of a namespace. */
enum NamespaceCall {
  GET,
  SET,
  REMOVE,
  HAS,
  ALL
}
