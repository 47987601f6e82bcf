package speedup.concept.script;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Has every number of a list squared. */
public record MapSquares(ProcessPool pool, AtomicReference<Object> squares) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    step.next("pool", "map(square, [0 .. 9])");
    squares.set(pool.map(x -> x * x, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
    step.say(squares);
  }
}
