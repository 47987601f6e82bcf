package speedup.manager;

/**
 * An operation that is asked for.
 *
 * @param operation its number: an ordinal of the object's own operations, or {@link #ELEMENTS}
 *     minus one of {@link CollectionCall}
 * @param id of the object
 * @param thread of the caller
 * @param arguments of the operation
 */
record Request(int operation, long id, long thread, Object[] arguments) {
  /** Operations of all collections count down from here. */
  static final int ELEMENTS = -1;

  private static final int HEAD = 3;

  /** As it crosses. */
  Object[] toArray() {
    var all = new Object[HEAD + arguments.length];
    all[0] = operation;
    all[1] = id;
    all[2] = thread;
    System.arraycopy(arguments, 0, all, HEAD, arguments.length);
    return all;
  }

  static Request of(Object value) {
    var all = (Object[]) value;
    var arguments = new Object[all.length - HEAD];
    System.arraycopy(all, HEAD, arguments, 0, arguments.length);
    return new Request((int) all[0], (long) all[1], (long) all[2], arguments);
  }

  /** For a part of the object: its operation is the first of the arguments. */
  Request inner() {
    var rest = new Object[arguments.length - 1];
    System.arraycopy(arguments, 1, rest, 0, rest.length);
    return new Request((int) arguments[0], id, thread, rest);
  }

  @SuppressWarnings("unchecked")
  <T> T get(int index) {
    return (T) arguments[index];
  }

  int number(int index) {
    return (int) arguments[index];
  }

  long nanos(int index) {
    return (long) arguments[index];
  }
}
