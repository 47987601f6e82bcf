package speedup.concept.script;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Has five numbers cubed that take a second each. */
public record FiveCubes(
    ProcessPool pool, AtomicReference<Object> cubes, AtomicReference<Object> seconds)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("pool", "start(3)");
    pool.start(3).get();
    step.next("pool", "map(slowCube, [1 .. 5])");
    var from = System.nanoTime();
    cubes.set(
        pool.map(
            x -> {
              Thread.sleep(1_000);
              return x * x * x;
            },
            List.of(1, 2, 3, 4, 5),
            1));
    seconds.set((System.nanoTime() - from) / 1e9);
    step.say(cubes);
  }
}
