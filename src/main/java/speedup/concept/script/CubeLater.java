package speedup.concept.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessPool;

/** Has one number cubed, and goes on until it is called back. */
public record CubeLater(
    ProcessPool pool, AtomicReference<Object> cube, AtomicReference<Object> ownRounds)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    var answer = new CompletableFuture<Integer>();
    step.next("pool", "applyAsync(cube, 3, callback)");
    pool.applyAsync(
        x -> {
          Thread.sleep(300);
          return x * x * x;
        },
        3,
        answer::complete,
        answer::completeExceptionally);
    var own = 0L;
    do {
      own++;
      step.often("answer", "isDone()");
    } while (!answer.isDone());
    cube.set(answer.get());
    step.say(cube);
    ownRounds.set(own);
  }
}
