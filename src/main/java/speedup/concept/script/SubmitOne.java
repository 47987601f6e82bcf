package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ProcessExecutor;

/** Hands over one task, and asks for its result later. */
public record SubmitOne(
    ProcessExecutor executor, AtomicReference<Object> doneAtOnce, AtomicReference<Object> power)
    implements Script {
  @Override
  public void run(Step step) throws Exception {
    step.next("executor", "submit(power, 9)");
    var future =
        executor.submit(
            n -> {
              Thread.sleep(300);
              return 1 << n;
            },
            9);
    step.next("future", "isDone()");
    doneAtOnce.set(future.isDone());
    step.say(doneAtOnce);
    step.next("future", "get()");
    power.set(future.get());
    step.say(power);
  }
}
