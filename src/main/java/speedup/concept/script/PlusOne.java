package speedup.concept.script;

import speedup.pool.task.TaskFunction;

/** Next to no work. */
public record PlusOne() implements TaskFunction<Integer, Integer> {
  @Override
  public Integer apply(Integer number) {
    return number + 1;
  }
}
