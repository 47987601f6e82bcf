package speedup.manager;

/** What the manager itself is asked for. */
enum ServerCall {
  /** Makes an object. */
  CREATE,
  /** A proxy has come to a process otherwise than from the manager. */
  ATTACH,
  /** A process has no proxy of an object any more. */
  DETACH,
  /** An operation is not to wait any longer. */
  CANCEL,
  /** How many objects, client processes and connections there are; for tests. */
  COUNT
}
