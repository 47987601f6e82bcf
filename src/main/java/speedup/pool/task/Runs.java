package speedup.pool.task;

/**
 * A runnable as a function of nothing, to nothing.
 *
 * @param function what is run; it has to be one that can be sent
 */
public record Runs(Runnable function) implements TaskFunction<Object, Void>, Adapted {
  @Override
  public Void apply(Object nothing) {
    function.run();
    return null;
  }
}
