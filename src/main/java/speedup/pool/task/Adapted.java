package speedup.pool.task;

/** A function made of another one, which is the one that people wrote. */
public interface Adapted {
  /** The function inside. */
  Object function();

  /** The function that people wrote, under all wrappings. */
  static Object innermost(Object function) {
    return function instanceof Adapted adapted ? innermost(adapted.function()) : function;
  }
}
