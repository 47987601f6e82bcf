package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Has one number cubed, and waits for it. */
public record CubeNow(ProcessPool pool, AtomicReference<Object> cube) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("pool", "apply(cube, 3)");
    cube.set(pool.apply(x -> x * x * x, 3));
    step.say(cube);
  }
}
