package speedup.concept;

import speedup.pool.task.TaskFunction;

/** A script as a task of a pool. */
record Performance(Script script, Plug plug) implements TaskFunction<Integer, Integer> {
  @Override
  public Integer apply(Integer actor) throws Exception {
    PluggedStep.perform(script, plug);
    return actor;
  }
}
