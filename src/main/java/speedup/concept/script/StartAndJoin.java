package speedup.concept.script;

import java.util.concurrent.atomic.AtomicReference;
import speedup.concept.Script;
import speedup.concept.Step;
import speedup.pool.ChildProcess;
import speedup.pool.task.TaskAction;

/** Starts a process, waits for its end and asks how it ended. */
public record StartAndJoin(
    TaskAction greet,
    AtomicReference<Object> printed,
    AtomicReference<Object> aliveBefore,
    AtomicReference<Object> aliveAfter,
    AtomicReference<Object> exitCode)
    implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var child = ChildProcess.builder(greet).output(line -> printed.set(line.line())).build();
    step.next("child", "start()");
    child.start();
    step.next("child", "isAlive()");
    aliveBefore.set(child.isAlive());
    step.say(aliveBefore);
    step.next("child", "join()");
    child.join();
    step.next("child", "isAlive()");
    aliveAfter.set(child.isAlive());
    step.say(aliveAfter);
    step.next("child", "exitCode()");
    exitCode.set(child.exitCode().getAsInt());
    step.say(exitCode);
  }
}
